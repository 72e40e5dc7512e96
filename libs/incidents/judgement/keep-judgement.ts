import { hashOf, sql } from '#platform';
import type { Tx } from '#platform';
import type { Accepted, Command, Facts, Loaded } from '#workflow';
import { Injectable } from '@nestjs/common';
import { FACTORS, curveStep, factorsSeen, riskScore } from '../core/index.js';
import type { CurvePart, FactorName, JudgementRecord, Levels } from '../core/index.js';
import { IncidentConfig } from '../incident-config.js';
import { cell, itemsOf } from '../page/facts.js';
import { columnsOf, filesOf } from '../record/read-incident.js';
import { Precedents } from './precedents.js';
import { responsibleFor } from './responsible.js';

/** What a judge has before them, and the hash by which it can be known again. */
export interface Seen {
  readonly record: JudgementRecord;
  readonly sha256: string;
}

/** Keeps with each judgement what it was made on: reach, evidence, precedents, the scale in its words of that day. */
@Injectable()
export class KeepJudgement {
  constructor(
    private readonly config: IncidentConfig,
    private readonly precedents: Precedents,
  ) {}

  /**
   * Null for other commands, for incidents of a workflow from before this was kept, and while a factor has no level:
   * then the rules refuse, and there is nothing to keep.
   */
  async seenBy(
    tx: Tx,
    { subject, definition }: Loaded,
    { name, actor, params }: Pick<Command, 'name' | 'actor' | 'params'>,
    now: number,
  ): Promise<Seen | null> {
    const levels = levelsIn(params);
    const keeps = definition.commands.get(name)?.params['seen']?.computed === true;
    if (levels === null || !keeps) return null;
    const columns = await columnsOf(tx, subject.id);
    const score = scoreOf(levels, this.config);
    const claim = String(columns['claim']);
    const { id, version, facts } = subject;
    // Through JSON once, so that the hash covers exactly what is stored (dates as text).
    const record = JSON.parse(
      JSON.stringify({
        format: 'mingbian-judgement-1',
        at: new Date(now).toISOString(),
        incident: { id, ...aboutIncident(columns), version },
        mentions: {
          count: columns['mentionCount'],
          firstSeenAt: columns['firstSeenAt'],
          lastSeenAt: columns['lastSeenAt'],
          peakRank: columns['peakRank'],
          peakViews: columns['peakViews'],
          curve: await curveOf(tx, id, columns),
        },
        evidence: await evidenceIn(tx, id, facts),
        factors: factorsSeen(levels, this.config.matrix),
        score,
        band: this.config.matrix.bands[score.severity],
        judged: Object.fromEntries(
          ['severity', 'decision', 'unitId', 'reason'].map((name) => [name, params[name] ?? null]),
        ),
        similar: await this.precedents.of(tx, { id, claim }, actor),
        responsible: await responsibleFor(tx, String(columns['category']), this.config.categories),
      }),
    ) as JudgementRecord;
    return { record, sha256: hashOf(record) };
  }

  async keep(tx: Tx, { record, sha256 }: Seen, { subject, events }: Accepted): Promise<void> {
    await sql(
      tx,
      'INSERT INTO judgements (incident_id, version, judged_by, judged_at, record, sha256) VALUES ($1, $2, $3, $4, $5, $6)',
      [subject.id, subject.version, events[0]?.actor.id, record.at, JSON.stringify(record), sha256],
    );
  }
}

function levelsIn(params: Facts): Levels | null {
  const levels = FACTORS.map((factor) => [factor, params[factor]] as const);
  const isLevel = (entry: readonly [FactorName, unknown]): entry is readonly [FactorName, number] =>
    typeof entry[1] === 'number' && [1, 2, 3, 4, 5].includes(entry[1]);
  return levels.every(isLevel) ? (Object.fromEntries(levels) as Levels) : null;
}

const scoreOf = (levels: Levels, { matrix }: IncidentConfig): JudgementRecord['score'] =>
  riskScore(
    {
      spread: levels['likelihood.spread'],
      believability: levels['likelihood.believability'],
      timing: levels['likelihood.timing'],
    },
    {
      safety: levels['consequence.safety'],
      livelihood: levels['consequence.livelihood'],
      disruption: levels['consequence.disruption'],
      trust: levels['consequence.trust'],
    },
    matrix,
  );

const ABOUT = [
  ...['number', 'title', 'claim', 'kind', 'category', 'place', 'occurredAt'],
  ...['state', 'severity', 'verdict', 'detectedAt'],
] as const;

const aboutIncident = (columns: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(ABOUT.map((name) => [name, columns[name] ?? null]));

/** How many sightings in each part of the time from the first to the last. */
async function curveOf(
  tx: Tx,
  incidentId: string,
  { firstSeenAt, lastSeenAt }: Readonly<Record<string, unknown>>,
): Promise<CurvePart[]> {
  if (!(firstSeenAt instanceof Date) || !(lastSeenAt instanceof Date)) return [];
  const step = curveStep(firstSeenAt.getTime(), lastSeenAt.getTime());
  const rows = await sql<{ part: Date; count: number }>(
    tx,
    `SELECT date_bin($2::interval, seen_at, $3) AS part, count(*)::int AS count FROM mentions
     WHERE incident_id = $1 GROUP BY 1 ORDER BY 1`,
    [incidentId, `${String(step)} milliseconds`, firstSeenAt],
  );
  return rows.map(({ part, count }) => ({ from: part.toISOString(), count }));
}

/** Evidence so far; of a file its hash, by which it is known. */
async function evidenceIn(
  tx: Tx,
  incidentId: string,
  facts: Facts,
): Promise<JudgementRecord['evidence']> {
  const files = new Map((await filesOf(tx, incidentId)).map(({ id, sha256 }) => [id, sha256]));
  return itemsOf(facts, 'evidence').map((item) => ({
    text: cell(item, 'text') ?? '',
    url: cell(item, 'url'),
    sha256: files.get(cell(item, 'attachmentId') ?? '') ?? null,
  }));
}
