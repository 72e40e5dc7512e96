import { Sweep } from '#escalation';
import { count, duration, median, times } from '../report/numbers.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { Office } from '../setting/office.js';
import { makeDue, seedArmed } from './seed.js';

const GOAL = 1.3;
const DUE = 1_000;
const ROUNDS = 7;

/** What firing 1,000 deadlines costs while few, and while very many, are armed. */
export const armed: Benchmark = {
  name: 'armed',
  async run(bench: Bench): Promise<Row[]> {
    const [few, many] = bench.quick ? [10_000, 50_000] : [10_000, 1_000_000];
    bench.say(`arming ${count(few)} and ${count(many)} deadlines`);
    const small = await officeWith(bench, few);
    const large = await officeWith(bench, many);
    try {
      bench.say(`firing ${count(DUE)} of each, ${String(ROUNDS)} times`);
      // The first round fills caches and compiles; it is not counted.
      const rounds: { few: number; many: number }[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        rounds.push({ few: await fire(small, round), many: await fire(large, round) });
      }
      const withFew = median(rounds.slice(1).map((round) => round.few));
      const withMany = median(rounds.slice(1).map((round) => round.many));
      const ratio = withMany / withFew;
      return [
        {
          what: `${count(many)} armed, ${count(DUE)} due`,
          ours: duration(withMany),
          peer: `with ${count(few)} armed ${duration(withFew)}`,
          ratio: times(ratio),
          goal: `≤ ${times(GOAL)}`,
          met: ratio <= GOAL,
          note: `time of the sweep, median of ${String(ROUNDS)} rounds that alternate between the two databases.`,
          figures: { withFewMs: withFew, withManyMs: withMany, ratio },
        },
      ];
    } finally {
      await small.close();
      await large.close();
    }
  },
};

/** As many as are fired in the end are armed on top, so that at least `amount` stay armed throughout. */
async function officeWith({ cluster }: Bench, amount: number): Promise<Office> {
  const office = await Office.open(cluster);
  await office.hire('officer', ['officer']);
  await seedArmed(office.url, amount + (ROUNDS + 1) * DUE);
  return office;
}

async function fire({ app, url, foundation }: Office, round: number): Promise<number> {
  const at = foundation.clock.now();
  await makeDue(url, DUE, round, at);
  const sweep = app.get(Sweep, { strict: false });
  const started = performance.now();
  const fired = await sweep.run(at);
  const ms = performance.now() - started;
  // Each is a breach and the first step of its ladder.
  if (fired < DUE) throw new Error(`${String(fired)} fired, of ${String(DUE)}`);
  return ms;
}
