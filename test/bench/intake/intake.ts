import { setTimeout as delay } from 'node:timers/promises';
import { TakeIn } from '#intake';
import { MatchTopics } from '#knowledge';
import { newId } from '#platform';
import { count, duration, median, perSecond, percentile, times } from '../report/numbers.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { withClient } from '../setting/cluster.js';
import { Office } from '../setting/office.js';
import { ClaimMaker } from '../match/made-up-claims.js';
import { indexClaims } from '../match/index-claims.js';
import { postsAbout, somePosts } from './posts.js';
import type { Post } from './posts.js';

const GOAL_PER_SECOND = 2_000;
const CLAIMS = 100_000;
const SEED = 20261123;
/** As `POST /mentions` takes them at once. */
const BATCH = 1_000;

/** Mentions as a program sends them: redacted, folded into what was there, grouped by topic, stored. */
export const intake: Benchmark = {
  name: 'intake',
  async run(bench: Bench): Promise<Row[]> {
    const office = await Office.open(bench.cluster);
    try {
      const posts = somePosts(bench.quick ? 4_000 : 40_000, Date.now());
      const batches = inBatches(posts);
      bench.say(`taking in ${count(posts.length)} mentions`);
      const taking = office.app.get(TakeIn, { strict: false });
      const [warm = [], ...rest] = batches;
      await taking.run(warm);
      const ours = await timeEach(rest, (batch) => taking.run(batch));
      bench.say('the same rows by bare inserts');
      const floor = await bareInserts(office.url, rest);
      bench.say('the same mentions again');
      const again = await timeEach(rest.slice(0, 10), (batch) => taking.run(batch));
      return [rowOf(ours, floor, again), await withMatching(bench, office, rateOf(floor))];
    } finally {
      await office.close();
    }
  },
};

/** The same with every new topic compared with all claims, until none waits. */
async function withMatching(bench: Bench, office: Office, floorRate: number): Promise<Row> {
  const maker = new ClaimMaker(SEED);
  const known = Array.from({ length: bench.quick ? 5_000 : CLAIMS }, () => maker.claim());
  bench.say(`indexing ${count(known.length)} claims`);
  await indexClaims(office, known);
  const [taking, matching] = [
    office.app.get(TakeIn, { strict: false }),
    office.app.get(MatchTopics, { strict: false }),
  ];
  // What the runs before have left behind.
  while ((await matching.run()) > 0);
  const posts = postsAbout(known, bench.quick ? 4_000 : 40_000, Date.now());
  bench.say(`taking in ${count(posts.length)} mentions, with matching`);
  const started = performance.now();
  const taken = { isDone: false };
  const compared = (async () => {
    let topics = 0;
    for (;;) {
      const last = taken.isDone;
      const done = await matching.run();
      topics += done;
      if (last && done === 0) return topics;
      if (done === 0) await delay(5);
    }
  })();
  for (const batch of inBatches(posts)) await taking.run(batch);
  const takenMs = performance.now() - started;
  taken.isDone = true;
  const topics = await compared;
  const tookMs = performance.now() - started;
  const found = await countMatches(office.url);
  const rate = (posts.length * 1_000) / tookMs;
  return {
    what: '  with matching',
    ours: perSecond(rate),
    peer: `bare multi-row insert ${perSecond(floorRate)}`,
    ratio: times(rate / floorRate),
    goal: `≥ ${perSecond(GOAL_PER_SECOND)}`,
    met: rate >= GOAL_PER_SECOND,
    note:
      `${count(posts.length)} mentions of ${count(topics)} new topics, one in two about one of ${count(known.length)} claims, ` +
      `until each topic was compared with all of them: taken in after ${duration(takenMs)}, compared after ${duration(tookMs)}; ` +
      `${count(found)} topics look like a claim. Loading the claims is part of it.`,
    figures: { perSecond: rate, floorPerSecond: floorRate, topics, found, takenMs, tookMs },
  };
}

async function countMatches(url: string): Promise<number> {
  let found = 0;
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM topic_matches',
    );
    found = rows[0]?.n ?? 0;
  });
  return found;
}

function rowOf(ours: readonly number[], floor: readonly number[], again: readonly number[]): Row {
  const [rate, floorRate, againRate] = [rateOf(ours), rateOf(floor), rateOf(again)];
  return {
    what: 'bulk intake',
    ours: perSecond(rate),
    peer: `bare multi-row insert ${perSecond(floorRate)}`,
    ratio: times(rate / floorRate),
    goal: `≥ ${perSecond(GOAL_PER_SECOND)}`,
    met: rate >= GOAL_PER_SECOND,
    note:
      `${count(ours.length * BATCH)} mentions in batches of ${count(BATCH)}, each a durable transaction; with redaction, ` +
      `folding (one in four was there before) and topics; a batch ${duration(median(ours))}, p99 ` +
      `${duration(percentile(ours, 0.99))}. Sent again, when nothing changes: ${perSecond(againRate)}. ` +
      'The floor writes the raw rows into one table with the same primary key, and nothing else.',
    figures: { perSecond: rate, floorPerSecond: floorRate, againPerSecond: againRate },
  };
}

const rateOf = (ms: readonly number[]): number =>
  (ms.length * BATCH * 1_000) / ms.reduce((sum, one) => sum + one, 0);

function inBatches(posts: readonly Post[]): Post[][] {
  return Array.from({ length: posts.length / BATCH }, (_, n) =>
    posts.slice(n * BATCH, (n + 1) * BATCH),
  );
}

async function timeEach(
  batches: readonly Post[][],
  work: (batch: readonly Post[]) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = [];
  for (const batch of batches) {
    const start = performance.now();
    await work(batch);
    took.push(performance.now() - start);
  }
  return took;
}

/** What somebody would write who only has to keep the rows. */
async function bareInserts(url: string, batches: readonly Post[][]): Promise<number[]> {
  let took: number[] = [];
  await withClient(url, async (client) => {
    await client.query(
      `CREATE TABLE bare (id uuid PRIMARY KEY, source text, text text, url text, seen_at timestamptz, rank int, views bigint)`,
    );
    took = await timeEach(batches, (batch) =>
      client.query(
        `INSERT INTO bare SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::bigint[])`,
        [
          batch.map(() => newId()),
          batch.map(({ source }) => source),
          batch.map(({ text }) => text),
          batch.map(({ url: address }) => address),
          batch.map(({ seenAt }) => new Date(seenAt)),
          batch.map(({ rank }) => rank),
          batch.map(({ views }) => views),
        ],
      ),
    );
  });
  return took;
}
