import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, ProblemError, addToStream, newId, sql } from '#platform';
import type { Tx } from '#platform';
import { Redactor } from '#intake';
import { ClaimIndex } from '#knowledge';
import { WorkflowRuntime } from '#workflow';
import type { Actor, Refusal } from '#workflow';
import { IncidentConfig } from '../incident-config.js';
import { insertMentions, reachOf } from '../mentions.js';
import type { NewMention } from '../mentions.js';
import { nextNumber } from '../numbers.js';
import { joinByActing } from '../room/watching.repository.js';
import type { KINDS, SEVERITIES } from '../words.js';

/** What is logged, as it was typed. Instants are epoch milliseconds. */
export interface NewIncident {
  readonly title: string;
  readonly claim: string;
  readonly kind: (typeof KINDS)[number];
  readonly category: string;
  readonly place: string | null;
  readonly occurredAt: number | null;
  readonly severity: (typeof SEVERITIES)[number] | null;
  readonly mentions: readonly NewMention[];
}

/** A sighting can be seen by a clock that runs a little ahead of ours. */
const SKEW_MS = 5 * 60_000;

/** 登记: a claim or topic becomes an incident. */
@Injectable()
export class LogIncident {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly config: IncidentConfig,
    private readonly redactor: Redactor,
    private readonly claims: ClaimIndex,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async run(incident: NewIncident, actor: Actor): Promise<{ ok: true; id: string } | Refusal> {
    const logged = await this.database.transaction((tx) =>
      this.within(tx, incident, actor, this.clock.now()),
    );
    if (logged.ok) this.nudges.send('stream', 'deadlines', 'outbox');
    return logged;
  }

  async within(
    tx: Tx,
    typed: NewIncident,
    actor: Actor,
    now: number,
  ): Promise<{ ok: true; id: string } | Refusal> {
    this.refuseNonsense(typed, now);
    const incident = this.redacted(typed);
    const id = newId();
    const { title, claim, kind, category, place, occurredAt, severity, mentions } = incident;
    const first = earliest(mentions);
    const params = {
      title,
      claim,
      kind,
      category,
      ...(place !== null && { place }),
      ...(occurredAt !== null && { occurredAt }),
      ...(severity !== null && { severity }),
      mentionCount: mentions.length,
      ...(first !== undefined && { source: first.source }),
    };
    const decision = await this.runtime.create(
      tx,
      'incident',
      id,
      { name: 'create', actor, params, expectedVersion: null },
      now,
    );
    if (!decision.ok) return decision;
    const { state, version } = decision.subject;
    await addToStream(
      tx,
      [{ type: 'incident.changed', userId: null, data: { id, version, state }, circle: [] }],
      now,
    );
    await this.claims.put(tx, { target: 'incident', id, text: claim, place });
    // From here to the commit the year's counter is locked, so what can come before comes before.
    const number = await nextNumber(tx, now, this.config.timeZone);
    await insertIncident(tx, { id, number, incident, state, version, now });
    await insertMentions(tx, id, mentions, now);
    await joinByActing(tx, id, actor.id, []);
    return { ok: true, id };
  }

  private refuseNonsense(incident: NewIncident, now: number): void {
    const errors = incident.mentions.flatMap(({ seenAt }, index) =>
      seenAt > now + SKEW_MS
        ? [{ path: `mentions.${String(index)}.seenAt`, message: 'must not be in the future' }]
        : [],
    );
    if (errors.length > 0)
      throw new ProblemError(422, 'incident.invalid', 'Some values make no sense here.', {
        errors,
      });
  }

  private redacted(incident: NewIncident): NewIncident {
    const { clean } = this.redactor;
    return {
      ...incident,
      title: clean(incident.title),
      claim: clean(incident.claim),
      // Screens offer the categories of the configuration; another label, from an import say, is kept as it is.
      category: clean(incident.category),
      place: incident.place === null ? null : clean(incident.place),
      mentions: incident.mentions.map((mention) => ({
        ...mention,
        source: clean(mention.source),
        url: mention.url === null ? null : clean(mention.url),
        text: clean(mention.text),
      })),
    };
  }
}

const earliest = (mentions: readonly NewMention[]): NewMention | undefined =>
  [...mentions].sort((a, b) => a.seenAt - b.seenAt)[0];

interface FirstRow {
  readonly id: string;
  readonly number: string;
  readonly incident: NewIncident;
  readonly state: string;
  readonly version: number;
  readonly now: number;
}

async function insertIncident(
  tx: Tx,
  { id, number, incident, state, version, now }: FirstRow,
): Promise<void> {
  const { title, claim, kind, category, place, occurredAt, severity, mentions } = incident;
  const reach = reachOf(mentions);
  await sql(
    tx,
    `INSERT INTO incidents (id, number, title, claim, kind, category, place, occurred_at, state, severity, verdict,
       version, detected_at, updated_at, mention_count, first_seen_at, last_seen_at, peak_rank, peak_views)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'unverified', $11, $12, $12, $13, $14, $15, $16, $17)`,
    [
      id,
      number,
      title,
      claim,
      kind,
      category,
      place,
      dateOf(occurredAt),
      state,
      severity ?? 'unrated',
      version,
      new Date(now),
      reach.count,
      dateOf(reach.firstSeenAt),
      dateOf(reach.lastSeenAt),
      reach.peakRank,
      reach.peakViews,
    ],
  );
}

const dateOf = (instant: number | null): Date | null =>
  instant === null ? null : new Date(instant);
