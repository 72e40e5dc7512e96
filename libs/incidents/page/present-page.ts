import { Injectable } from '@nestjs/common';
import { EscalationPolicies, deadlinesOf, presentDeadline, reachedBy } from '#escalation';
import { Directory } from '#identity';
import { Clock, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { DeadlineBook, Definitions, allowedCommands, binderOf, readSubject } from '#workflow';
import type { Actor, FactItem, Facts, Subject } from '#workflow';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import { IncidentEntity } from '../incident.entity.js';
import { RowPresenter, reference } from '../list/present-rows.js';
import { sightOf } from '../sight/sight.js';
import { presentAllowed } from './present-allowed.js';
import type {
  ActionView,
  EvidenceView,
  IncidentPageView,
  LinkedIncident,
  ProposalView,
} from './incident-page.dto.js';

type Names = ReadonlyMap<string, string>;

/** Puts together everything that the page of one incident shows to one person. */
@Injectable()
export class PagePresenter {
  constructor(
    private readonly rows: RowPresenter,
    private readonly definitions: Definitions,
    private readonly book: DeadlineBook,
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** 404 when there is no such incident. Whether the reader may know of it is asked before. */
  async present(tx: Tx, id: string, actor: Actor, locale: 'zh' | 'en'): Promise<IncidentPageView> {
    const incident = await tx.getRepository(IncidentEntity).findOneBy({ id });
    const loaded =
      incident === null ? null : await readSubject(tx, id, this.definitions, this.book);
    if (incident === null || loaded === null) throw notFound('This incident');
    const now = this.clock.now();
    const reached = await reachedBy(tx, id);
    const subject: Subject = {
      ...loaded.subject,
      facts: { ...loaded.subject.facts, reached },
    };
    const [row] = await this.rows.present(tx, [incident], actor);
    if (row === undefined) throw notFound('This incident');
    const files = await tx
      .getRepository(AttachmentEntity)
      .find({ where: { incidentId: id }, order: { addedAt: 'ASC' } });
    const names = await this.namesIn(
      tx,
      subject.facts,
      files.map(({ addedBy }) => addedBy),
    );
    const deadlines = await deadlinesOf(tx, id);
    return {
      ...row,
      occurredAt: incident.occurredAt?.toISOString() ?? null,
      deadlines: deadlines
        .filter(({ dueAt }) => dueAt !== null)
        .sort(
          (a, b) =>
            Number(a.state === 'stopped') - Number(b.state === 'stopped') ||
            (a.dueAt ?? 0) - (b.dueAt ?? 0),
        )
        .map((deadline) => presentDeadline(deadline, this.policies, now)),
      allowed: presentAllowed(allowedCommands(loaded.definition, subject, actor, now), locale),
      ...this.judgement(subject.facts, names.people),
      actions: itemsOf(subject.facts, 'actions').map((item) =>
        actionView(item, names.people, names.units),
      ),
      evidence: itemsOf(subject.facts, 'evidence').map((item) => evidenceView(item, names.people)),
      responseNotNeeded: textOf(subject.facts, 'responseNotNeeded'),
      summary: textOf(subject.facts, 'summary'),
      lessons: textOf(subject.facts, 'lessons'),
      mergedInto:
        (await linked(tx, 'i.id = $1', textOf(subject.facts, 'mergedInto'), actor))[0] ?? null,
      absorbed: await linked(
        tx,
        "i.id IN (SELECT s.id FROM subjects s WHERE s.state = 'merged' AND s.facts->>'mergedInto' = $1)",
        id,
        actor,
      ),
      attachments: files.map((file) => ({
        id: file.id,
        name: file.name,
        mediaType: file.mediaType,
        bytes: file.bytes,
        sha256: file.sha256,
        addedBy: reference(file.addedBy, names.people),
        addedAt: file.addedAt.toISOString(),
      })),
      serverTime: new Date(now).toISOString(),
    };
  }

  private judgement(facts: Facts, people: Names) {
    return {
      acknowledgedBy: reference(textOf(facts, 'acknowledgedBy'), people),
      acknowledgedAt: timeOf(facts, 'acknowledgedAt'),
      decision: textOf(facts, 'decision'),
      riskScore: typeof facts['riskScore'] === 'number' ? facts['riskScore'] : null,
      judgedBy: reference(textOf(facts, 'judgedBy'), people),
      proposal: proposalOf(facts, people),
      observeUntil: timeOf(facts, 'observeUntil'),
    };
  }

  private async namesIn(
    tx: Tx,
    facts: Facts,
    more: readonly string[],
  ): Promise<{ people: Names; units: Names }> {
    const items = [...itemsOf(facts, 'actions'), ...itemsOf(facts, 'evidence')];
    const pick = (name: string): string[] =>
      items.flatMap((item) => (typeof item[name] === 'string' ? [item[name]] : []));
    const single = ['acknowledgedBy', 'judgedBy', 'proposedBy', 'regradeBy'].flatMap(
      (name) => textOf(facts, name) ?? [],
    );
    return {
      people: await this.directory.names(tx, [
        ...single,
        ...pick('ownerId'),
        ...pick('addedBy'),
        ...more,
      ]),
      units: await this.directory.unitNames(tx, pick('unitId')),
    };
  }
}

function proposalOf(facts: Facts, people: Names): ProposalView | null {
  const judge = textOf(facts, 'proposedBy');
  if (judge !== null) {
    const [severity, decision] = [
      textOf(facts, 'proposedSeverity'),
      textOf(facts, 'proposedDecision'),
    ];
    return { kind: 'judgement', by: reference(judge, people), severity, decision };
  }
  const regrader = textOf(facts, 'regradeBy');
  if (regrader === null) return null;
  return {
    kind: 'regrade',
    by: reference(regrader, people),
    severity: textOf(facts, 'regradeTo'),
    decision: null,
  };
}

function actionView(item: FactItem, people: Names, units: Names): ActionView {
  return {
    id: cell(item, 'id') ?? '',
    title: cell(item, 'title') ?? '',
    kind: cell(item, 'kind'),
    basis: cell(item, 'basis'),
    unit: reference(cell(item, 'unitId'), units),
    owner: reference(cell(item, 'ownerId'), people),
    dueAt: isoOf(item['dueAt']),
    status: cell(item, 'status') ?? 'open',
    result: cell(item, 'result'),
  };
}

function evidenceView(item: FactItem, people: Names): EvidenceView {
  return {
    id: cell(item, 'id') ?? '',
    text: cell(item, 'text') ?? '',
    url: cell(item, 'url'),
    attachmentId: cell(item, 'attachmentId'),
    verdict: cell(item, 'verdict'),
    addedBy: reference(cell(item, 'addedBy'), people),
    addedAt: isoOf(item['addedAt']),
  };
}

async function linked(
  tx: Tx,
  where: string,
  value: string | null,
  reader: Actor,
): Promise<LinkedIncident[]> {
  if (value === null) return [];
  const parameters: unknown[] = [value];
  const seen = sightOf(reader)?.('i.id', binderOf(parameters)) ?? 'true';
  return sql<LinkedIncident>(
    tx,
    `SELECT i.id, i.number, i.title, i.state FROM incidents i WHERE ${where} AND ${seen} ORDER BY i.number`,
    parameters,
  );
}

const textOf = (facts: Facts, name: string): string | null => {
  const value = facts[name];
  return typeof value === 'string' ? value : null;
};

const timeOf = (facts: Facts, name: string): string | null => isoOf(facts[name]);

const isoOf = (value: unknown): string | null =>
  typeof value === 'number' ? new Date(value).toISOString() : null;

const cell = (item: FactItem, name: string): string | null => {
  const value = item[name];
  return typeof value === 'string' ? value : null;
};

function itemsOf(facts: Facts, name: string): FactItem[] {
  const value = facts[name];
  return Array.isArray(value)
    ? value.filter((item): item is FactItem => typeof item === 'object')
    : [];
}
