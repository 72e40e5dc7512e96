import { Injectable } from '@nestjs/common';
import { EscalationPolicies, deadlinesOf, presentDeadline, reachedBy } from '#escalation';
import { Directory } from '#identity';
import { Clock, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { DeadlineBook, Definitions, allowedCommands, binderOf, readSubject } from '#workflow';
import type { Actor, Facts, Subject } from '#workflow';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import { IncidentEntity } from '../incident.entity.js';
import { Publications } from '../verification/publications.js';
import { RowPresenter, reference } from '../list/present-rows.js';
import { sightOf } from '../sight/sight.js';
import { idsOf, itemsOf, numberOf, textOf, timeOf } from './facts.js';
import type { Names } from './facts.js';
import { disposalView, evidenceView, namedIn } from './disposal-view.js';
import { presentAllowed } from './present-allowed.js';
import { consultationOf } from './present-consultation.js';
import type { IncidentPageView, LinkedIncident, ProposalView } from './incident-page.dto.js';

/** Puts together everything that the page of one incident shows to one person. */
@Injectable()
export class PagePresenter {
  constructor(
    private readonly rows: RowPresenter,
    private readonly definitions: Definitions,
    private readonly book: DeadlineBook,
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
    private readonly publications: Publications,
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
    const openReviews = await this.publications.openReviews(tx, id);
    const subject: Subject = {
      ...loaded.subject,
      facts: { ...loaded.subject.facts, reached, openReviews },
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
      ...this.judgement(subject.facts, names),
      consultation: consultationOf(subject.facts, names.people, names.units),
      correctionOwed: subject.facts['correctionOwed'] === true,
      ...disposalView({ definition: loaded.definition, subject, actor }, names, files),
      evidence: itemsOf(subject.facts, 'evidence').map((item) =>
        evidenceView(item, names.people, files),
      ),
      responseNotNeeded: textOf(subject.facts, 'responseNotNeeded'),
      ...closingOf(subject.facts),
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

  private judgement(facts: Facts, { people, units }: { people: Names; units: Names }) {
    return {
      acknowledgedBy: reference(textOf(facts, 'acknowledgedBy'), people),
      acknowledgedAt: timeOf(facts, 'acknowledgedAt'),
      decision: textOf(facts, 'decision'),
      riskScore: numberOf(facts, 'riskScore'),
      judgedBy: reference(textOf(facts, 'judgedBy'), people),
      proposal: proposalOf(facts, people, units),
      observeUntil: timeOf(facts, 'observeUntil'),
    };
  }

  private async namesIn(
    tx: Tx,
    facts: Facts,
    more: readonly string[],
  ): Promise<{ people: Names; units: Names }> {
    const items = ['evidence', 'views'].flatMap((list) => itemsOf(facts, list));
    const pick = (name: string): string[] =>
      items.flatMap((item) => (typeof item[name] === 'string' ? [item[name]] : []));
    const ofDisposal = namedIn(facts);
    const single = ['acknowledgedBy', 'judgedBy', 'proposedBy', 'regradeBy', 'consultedBy'].flatMap(
      (name) => textOf(facts, name) ?? [],
    );
    return {
      people: await this.directory.names(tx, [
        ...single,
        ...ofDisposal.people,
        ...pick('addedBy'),
        ...pick('givenBy'),
        ...more,
      ]),
      units: await this.directory.unitNames(tx, [
        ...pick('unitId'),
        ...ofDisposal.units,
        ...idsOf(facts, 'consultedUnits'),
        ...[textOf(facts, 'proposedUnitId')].filter((id) => id !== null),
      ]),
    };
  }
}

/** How the chapter that runs, or ran last, ended. */
function closingOf(facts: Facts) {
  const { satisfaction, chapter } = facts;
  return {
    summary: textOf(facts, 'summary'),
    lessons: textOf(facts, 'lessons'),
    review: textOf(facts, 'review'),
    satisfaction: typeof satisfaction === 'number' ? satisfaction : null,
    satisfactionAsked: textOf(facts, 'satisfactionAsked'),
    chapter: typeof chapter === 'number' ? chapter : 1,
  };
}

function proposalOf(facts: Facts, people: Names, units: Names): ProposalView | null {
  const judge = textOf(facts, 'proposedBy');
  if (judge !== null) {
    const [severity, decision] = [
      textOf(facts, 'proposedSeverity'),
      textOf(facts, 'proposedDecision'),
    ];
    return {
      ...{ kind: 'judgement' as const, by: reference(judge, people), severity, decision },
      unit: reference(textOf(facts, 'proposedUnitId'), units),
      riskScore: numberOf(facts, 'proposedRiskScore'),
    };
  }
  const regrader = textOf(facts, 'regradeBy');
  if (regrader === null) return null;
  return {
    kind: 'regrade',
    by: reference(regrader, people),
    severity: textOf(facts, 'regradeTo'),
    decision: null,
    unit: null,
    riskScore: null,
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
