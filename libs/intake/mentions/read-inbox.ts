import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  momentKey,
  pageOf,
  readMomentCursor,
  readSearchWords,
  sql,
  TextSearch,
} from '#platform';
import type { MomentKey, Tx } from '#platform';
import { risesOf } from '../core/index.js';
import { IntakeConfig } from '../intake-config.js';
import { reachOf } from '../rises/reach.repository.js';
import type {
  InboxList,
  InboxMentionView,
  InboxQuery,
  InboxState,
  RiseView,
  SparkPoint,
  TopicMatchView,
} from './mention.dto.js';
import { MENTIONS } from './searched-mentions.js';

interface InboxRow {
  readonly id: string;
  readonly source_id: string;
  readonly source_name: string;
  readonly outlet: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly state: InboxState;
  readonly incident_id: string | null;
  readonly reason: string | null;
  readonly seen_count: number;
  readonly first_seen_at: Date;
  readonly last_seen_at: Date;
  readonly peak_rank: number | null;
  readonly peak_views: string | null;
  readonly topic_id: string;
  readonly topic_title: string;
  readonly topic_mentions: number;
  readonly topic_seen: number;
  readonly match: TopicMatchView | null;
}

/** More would tell nothing in a line of a hundred pixels. */
const SPARK_POINTS = 24;
/** Counting stops here: a badge says "999+". */
const MOST_COUNTED = 1_000;

/** Mentions as they stand, those seen last first, and what rises among them. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly database: Database,
    private readonly search: TextSearch,
    private readonly config: IntakeConfig,
    private readonly clock: Clock,
  ) {}

  async list(query: InboxQuery): Promise<InboxList> {
    const tx = this.database.reader;
    const rows = await this.rows(tx, query);
    const page = pageOf(rows, query.limit, (row) => momentKey(row.last_seen_at, row.id));
    const sparks = await readSparks(
      tx,
      page.items.map(({ id }) => id),
    );
    const rises = await this.rises(
      tx,
      page.items.map((row) => row.topic_id),
    );
    return {
      items: page.items.map((row) => ({
        ...present(row, sparks.get(row.id) ?? []),
        rises: rises.get(row.topic_id) ?? [],
      })),
      nextCursor: page.nextCursor,
      waiting: await countWaiting(tx),
    };
  }

  private async rows(tx: Tx, query: InboxQuery): Promise<InboxRow[]> {
    const after = readMomentCursor(query.cursor);
    if (query.q === undefined) return readNewest(tx, query, after);
    const words = readSearchWords(query.q);
    const asked = { words, after, limit: query.limit, where: filtersOf(query) };
    return readByIds(tx, (await this.search.find(tx, MENTIONS, asked)).ids);
  }

  private async rises(tx: Tx, topicIds: readonly string[]): Promise<Map<string, RiseView[]>> {
    const now = this.clock.now();
    const reaches = await reachOf(tx, [...new Set(topicIds)], this.config.rise, now);
    return new Map([...reaches].map(([id, reach]) => [id, risesOf(reach, this.config.rise, now)]));
  }
}

/** Conditions over the mention `t`. */
const filtersOf =
  ({ state = 'inbox', source, topic }: InboxQuery) =>
  (bind: (value: unknown) => string): string[] => [
    `t.state = ${bind(state)}`,
    ...(source === undefined ? [] : [`t.source_id = ${bind(source)}`]),
    ...(topic === undefined ? [] : [`t.topic_id = ${bind(topic)}`]),
  ];

const ROWS = `SELECT t.id, t.source_id, s.name AS source_name, t.outlet, t.text, t.url, t.state, t.incident_id, t.reason,
    t.seen_count, t.first_seen_at, t.last_seen_at, t.peak_rank, t.peak_views, t.topic_id, p.title AS topic_title,
    same.mentions AS topic_mentions, same.seen AS topic_seen, (
      SELECT jsonb_build_object('target', k.target, 'id', k.target_id, 'claim', k.claim, 'score', round(k.score::numeric, 3),
        'relation', k.relation, 'strength', k.strength, 'differences', k.differences)
      FROM topic_matches k WHERE k.topic_id = t.topic_id
    ) AS match
  FROM inbox_mentions t JOIN sources s ON s.id = t.source_id JOIN topics p ON p.id = t.topic_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS mentions, sum(o.seen_count)::int AS seen FROM inbox_mentions o
    WHERE o.topic_id = t.topic_id AND o.state = t.state
  ) same`;

function readNewest(tx: Tx, query: InboxQuery, after: MomentKey | null): Promise<InboxRow[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${String(parameters.push(value))}`;
  const conditions = filtersOf(query)(bind);
  if (after !== null)
    conditions.push(`(t.last_seen_at, t.id) < (${bind(after.at)}, ${bind(after.id)}::uuid)`);
  return sql<InboxRow>(
    tx,
    `${ROWS} WHERE ${conditions.join(' AND ')}
     ORDER BY t.last_seen_at DESC, t.id DESC LIMIT ${bind(query.limit + 1)}`,
    parameters,
  );
}

const readByIds = (tx: Tx, ids: readonly string[]): Promise<InboxRow[]> =>
  sql<InboxRow>(
    tx,
    `${ROWS} WHERE t.id = ANY($1::uuid[]) ORDER BY t.last_seen_at DESC, t.id DESC`,
    [ids],
  );

async function countWaiting(tx: Tx): Promise<number> {
  const [row] = await sql<{ n: number }>(
    tx,
    `SELECT count(*)::int AS n FROM (SELECT FROM inbox_mentions WHERE state = 'inbox' LIMIT ${String(MOST_COUNTED)}) AS waiting`,
  );
  return row?.n ?? 0;
}

/** The sightings of each mention in order of time, in as many pieces of the same size as a spark line has points. */
async function readSparks(tx: Tx, ids: readonly string[]): Promise<Map<string, SparkPoint[]>> {
  const rows = await sql<{
    mention_id: string;
    at: Date;
    seen: number;
    rank: number | null;
    views: string | null;
  }>(
    tx,
    `SELECT mention_id, max(seen_at) AS at, count(*)::int AS seen, min(rank) AS rank, max(views) AS views
     FROM (
       SELECT mention_id, seen_at, rank, views,
         ntile(${String(SPARK_POINTS)}) OVER (PARTITION BY mention_id ORDER BY seen_at) AS piece
       FROM sightings WHERE mention_id = ANY($1::uuid[])
     ) AS pieces GROUP BY mention_id, piece ORDER BY mention_id, piece`,
    [ids],
  );
  const sparks = new Map<string, SparkPoint[]>(ids.map((id) => [id, []]));
  for (const { mention_id: id, at, seen, rank, views } of rows)
    sparks.get(id)?.push({ at: at.toISOString(), seen, rank, views: numberOf(views) });
  return sparks;
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

function present(row: InboxRow, spark: SparkPoint[]): Omit<InboxMentionView, 'rises'> {
  return {
    id: row.id,
    source: { id: row.source_id, name: row.source_name },
    outlet: row.outlet,
    text: row.text,
    url: row.url,
    state: row.state,
    incidentId: row.incident_id,
    reason: row.reason,
    seenCount: row.seen_count,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    peakRank: row.peak_rank,
    peakViews: numberOf(row.peak_views),
    topic: {
      id: row.topic_id,
      title: row.topic_title,
      mentions: row.topic_mentions,
      seen: row.topic_seen,
      match: row.match,
    },
    spark,
  };
}
