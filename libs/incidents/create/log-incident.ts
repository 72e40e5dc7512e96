import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, ProblemError, addToStream, newId, sql } from '#platform';
import type { Tx } from '#platform';
import { redact } from '#intake';
import { WorkflowRuntime } from '#workflow';
import type { Actor, Refusal } from '#workflow';
import { IncidentConfig } from '../incident-config.js';
import { insertMentions, reachOf } from '../mentions.js';
import type { NewMention } from '../mentions.js';
import { nextNumber } from '../numbers.js';
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
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async run(incident: NewIncident, actor: Actor): Promise<{ ok: true; id: string } | Refusal> {
    const logged = await this.database.transaction((tx) => this.within(tx, incident, actor, this.clock.now()));
    if (logged.ok) this.nudges.send('stream', 'deadlines', 'outbox');
    return logged;
  }

  async within(tx: Tx, typed: NewIncident, actor: Actor, now: number): Promise<{ ok: true; id: string } | Refusal> {
    this.refuseNonsense(typed, now);
    const incident = this.redacted(typed);
    const id = newId();
    const { title, claim, kind, category, place, occurredAt, severity, mentions } = incident;
    const params = {
      title,
      claim,
      kind,
      category,
      ...(place !== null && { place }),
      ...(occurredAt !== null && { occurredAt }),
      ...(severity !== null && { severity }),
      mentionCount: mentions.length,
    };
    const decision = await this.runtime.create(tx, 'incident', id, { name: 'create', actor, params, expectedVersion: null }, now);
    if (!decision.ok) return decision;
    await this.insert(tx, id, incident, decision.subject.state, decision.subject.version, now);
    await insertMentions(tx, id, mentions, now);
    await addToStream(tx, [{ type: 'incident.changed', userId: null, data: { id, version: 1, state: decision.subject.state } }], now);
    await this.giveNumber(tx, id, now);
    return { ok: true, id };
  }

  private refuseNonsense(incident: NewIncident, now: number): void {
    const errors = incident.mentions.flatMap(({ seenAt }, index) =>
      seenAt > now + SKEW_MS ? [{ path: `mentions.${String(index)}.seenAt`, message: 'must not be in the future' }] : [],
    );
    if (!this.config.hasCategory(incident.category)) {
      errors.push({ path: 'category', message: 'is not one of the categories of config/categories.yaml' });
    }
    if (errors.length > 0) throw new ProblemError(422, 'incident.invalid', 'Some values make no sense here.', { errors });
  }

  private redacted(incident: NewIncident): NewIncident {
    const clean = (text: string): string => redact(text.trim(), this.config.redaction).text;
    return {
      ...incident,
      title: clean(incident.title),
      claim: clean(incident.claim),
      place: incident.place === null ? null : clean(incident.place),
      mentions: incident.mentions.map((mention) => ({
        ...mention,
        source: clean(mention.source),
        url: mention.url === null ? null : clean(mention.url),
        text: clean(mention.text),
      })),
    };
  }

  private async insert(
    tx: Tx,
    id: string,
    { title, claim, kind, category, place, occurredAt, severity, mentions }: NewIncident,
    state: string,
    version: number,
    now: number,
  ): Promise<void> {
    const reach = reachOf(mentions);
    const at = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));
    await sql(
      tx,
      `INSERT INTO incidents (id, number, title, claim, kind, category, place, occurred_at, state, severity, verdict,
         version, detected_at, updated_at, mention_count, first_seen_at, last_seen_at, peak_rank, peak_views)
       VALUES ($1, $1::text, $2, $3, $4, $5, $6, $7, $8, $9, 'unverified', $10, $11, $11, $12, $13, $14, $15, $16)`,
      [
        id, title, claim, kind, category, place, at(occurredAt), state, severity ?? 'unrated', version, at(now),
        reach.count, at(reach.firstSeenAt), at(reach.lastSeenAt), reach.peakRank, reach.peakViews,
      ],
    );
  }

  /** Last of all, since the year's counter is locked from here to the commit. */
  private async giveNumber(tx: Tx, id: string, now: number): Promise<void> {
    const number = await nextNumber(tx, now, this.config.timeZone);
    await sql(tx, 'UPDATE incidents SET number = $2 WHERE id = $1', [id, number]);
  }
}
