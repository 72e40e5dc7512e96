import { ReadFigures } from '#reporting';
import { count, duration, median, times } from '../report/numbers.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { withClient } from '../setting/cluster.js';
import { Office } from '../setting/office.js';
import { seedLives } from './seed-lives.js';

const GOAL_MS = 2_000;
const DAY = 24 * 3_600_000;
const ZONE = 'Asia/Shanghai';
/** Ten quarters, up to the middle of the next one. */
const FROM = Date.parse('2024-01-01T00:00:00+08:00');
const TO = Date.parse('2026-07-01T00:00:00+08:00');
const QUARTER = {
  from: Date.parse('2026-01-01T00:00:00+08:00'),
  to: Date.parse('2026-04-01T00:00:00+08:00'),
};

/** Every figure of a quarter with those of the quarter before and of the year before. */
export const figures: Benchmark = {
  name: 'figures',
  async run(bench: Bench): Promise<Row[]> {
    const incidents = bench.quick ? 20_000 : 1_000_000;
    const office = await Office.open(bench.cluster);
    try {
      bench.say(`seeding ${count(incidents)} lives`);
      await seedLives(office.url, incidents, FROM, TO);
      bench.say('counting');
      const read = office.app.get(ReadFigures, { strict: false });
      const ours = await timed(5, () => read.run(QUARTER, { asOf: TO + 30 * DAY, zone: ZONE }));
      let peer = 0;
      await withClient(office.url, async (client) => {
        const given = [new Date(QUARTER.from), new Date(QUARTER.to)];
        peer = await timed(5, () => client.query(BY_HAND, given));
      });
      return [rowOf(incidents, ours, peer)];
    } finally {
      await office.close();
    }
  },
};

/** What somebody would write for one period, without a moment and without the lists behind the numbers. */
const BY_HAND = `
  SELECT (SELECT jsonb_agg(g) FROM (SELECT kind, category, severity, place, verdict, count(*) FROM lives
      WHERE logged_at >= $1 AND logged_at < $2
      GROUP BY GROUPING SETS ((), (kind), (category), (severity), (place), (verdict))) g) AS logged,
    (SELECT count(*) FROM lives WHERE logged_at < $2 AND NOT is_closed) AS open,
    (SELECT jsonb_agg(h) FROM (SELECT what, clock, count(*), percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY ms)
      FROM happenings WHERE at >= $1 AND at < $2 GROUP BY what, clock) h) AS happened`;

async function timed(runs: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return median(took);
}

const rowOf = (incidents: number, ours: number, peer: number): Row => ({
  what: "a quarter's figures",
  ours: duration(ours),
  peer: `SQL by hand, one period: ${duration(peer)}`,
  ratio: times(ours / peer),
  goal: `≤ ${duration(GOAL_MS)}`,
  met: ours <= GOAL_MS,
  note:
    `${count(incidents)} incidents over ten quarters, ten happenings each. Every figure of a quarter, of the quarter ` +
    'before and of the same one a year before, as of a moment; by hand it is one period, as things stand. Median of 5.',
  figures: { oursMs: ours, peerMs: peer },
});
