import { Injectable } from '@nestjs/common';
import { maySee } from '#incidents';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, sql } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime } from '#workflow';
import type { Actor, Facts, Reason, Refusal } from '#workflow';
import { ReleaseConfig } from '../release-config.js';
import { saveRelease } from '../texts/release-row.js';
import { channelReasons } from './channel-reasons.js';
import { tellPages, withReasons, withoutTexts } from './give-command.js';
import { incidentFacts } from './incident-facts.js';
import type { IncidentFacts } from './incident-facts.js';
import { newText } from './new-text.js';
import { unknownEvidence } from './prepare-text.js';
import { reason } from './prepared.js';

export interface NewRelease {
  readonly incidentId: string | null;
  readonly title: string;
  readonly body: string;
  readonly channelIds: readonly string[];
  readonly publishAt: number | null;
  /** What of the incident's evidence is shown with it; null: all that the verdict rests on. */
  readonly evidenceIds: readonly string[] | null;
}

export type Drafted = { readonly ok: true; readonly id: string } | Refusal;

/** 起草: the first version of a text, for an incident or as a notice. */
@Injectable()
export class DraftRelease {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly config: ReleaseConfig,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async run(given: NewRelease, actor: Actor & { readonly id: string }): Promise<Drafted> {
    const drafted = await this.database.transaction((tx) =>
      this.within(tx, given, actor, this.clock.now()),
    );
    if (drafted.ok) this.nudges.send('stream', 'outbox');
    return drafted;
  }

  private async within(
    tx: Tx,
    given: NewRelease,
    actor: Actor & { readonly id: string },
    now: number,
  ): Promise<Drafted> {
    const id = newId();
    const title = this.redactor.clean(given.title);
    const body = this.redactor.clean(given.body);
    const redacted = this.redactor.removedFrom([given.title, given.body]);
    const writing = { releaseId: id, facts: {}, redacted, authorId: actor.id, now };
    const text = await newText(tx, { ...writing, title, body });
    const incident = await this.incidentOf(tx, given, actor);
    const params: Facts = {
      ...{ title, body, channelIds: given.channelIds, drafters: [actor.id] },
      ...(given.incidentId !== null && { incidentId: given.incidentId }),
      ...(given.publishAt !== null && { publishAt: given.publishAt }),
      allEvidence: given.evidenceIds === null,
      ...(given.evidenceIds !== null && { evidenceIds: given.evidenceIds }),
      ...(incident !== null && { verdict: incident.verdict }),
      severity: incident?.severity ?? 'unrated',
      ...(await this.units(tx, incident, actor)),
      ...text.params,
    };
    const reasons = [
      ...incidentReasons(given, incident),
      ...(await channelReasons(tx, given.channelIds, (index) => `channelIds.${String(index)}`)),
      ...unknownEvidence(
        given.evidenceIds ?? [],
        (incident?.evidence ?? []).map(({ id: known }) => known),
      ),
    ];
    const command = { name: 'create', actor, params, expectedVersion: null };
    const decision = withReasons(this.runtime.conceive('release', id, command, now), reasons);
    if (!decision.ok) return decision;
    await this.runtime.begin(tx, 'release', withoutTexts(decision), now);
    await saveRelease(tx, decision.subject, title, now);
    await text.write(decision);
    await tellPages(tx, decision, now);
    return { ok: true, id };
  }

  private async incidentOf(
    tx: Tx,
    { incidentId }: NewRelease,
    actor: Actor,
  ): Promise<IncidentFacts | null> {
    if (incidentId === null || !(await maySee(tx, incidentId, actor))) return null;
    return incidentFacts(tx, incidentId);
  }

  /** The unit concerned looks first: the incident's, or the drafter's while nobody answers for it yet. */
  private async units(tx: Tx, incident: IncidentFacts | null, actor: Actor): Promise<Facts> {
    const [row] = await sql<{ id: string }>(tx, 'SELECT id FROM units WHERE code = $1', [
      this.config.publicityUnit,
    ]);
    if (row === undefined) throw new Error(`no unit ${this.config.publicityUnit}`);
    return { unitId: incident?.unitId ?? actor.unitId ?? row.id, publicityUnitId: row.id };
  }
}

function incidentReasons({ incidentId }: NewRelease, incident: IncidentFacts | null): Reason[] {
  if (incidentId === null) return [];
  if (incident === null)
    return [
      reason('release.incident-unknown', 'incidentId', '没有这个事件', 'There is no such incident'),
    ];
  return incident.state === 'merged'
    ? [
        reason(
          'release.incident-merged',
          'incidentId',
          '这个事件已并案，请在并入的事件上起草',
          'It has been merged; write the text for the incident that it is part of',
        ),
      ]
    : [];
}
