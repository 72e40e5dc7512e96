import { TakeIn } from '#intake';
import { newId } from '#platform';
import { count, duration, median, perSecond, percentile, times } from '../report/numbers.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { withClient } from '../setting/cluster.js';
import { Office } from '../setting/office.js';
import { somePosts } from './posts.js';
import type { Post } from './posts.js';

const GOAL_PER_SECOND = 2_000;
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
      return [rowOf(ours, floor, again)];
    } finally {
      await office.close();
    }
  },
};

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
