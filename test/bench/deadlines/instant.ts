import { count, duration, latenessOf, times } from '../report/numbers.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { fireWithEngine } from './ours.js';

const GOAL_MS = 15_000;
/** Its design ceiling as goals.md gives it: 6,000 a minute. */
const GOALERT_PER_SECOND = 100;

/** 10,000 deadlines due at one instant: how long until all are dealt with, and is any dealt with twice? */
export const instant: Benchmark = {
  name: 'instant',
  async run(bench: Bench): Promise<Row[]> {
    const amount = bench.quick ? 1_000 : 10_000;
    const what = `deadlines: ${count(amount)} at one instant`;
    bench.say(what);
    const { steps } = await fireWithEngine(bench.cluster, () => ({
      count: amount,
      firstDueAt: Date.now() + 5_000,
      stepMs: 0,
    }));
    const { max } = latenessOf(steps.lateness);
    const ceiling = (amount / GOALERT_PER_SECOND) * 1000;
    return [
      {
        what,
        ours: `all ${count(steps.count)} in ${duration(max)}, ${String(steps.twice)} twice`,
        peer: `GoAlert's design ceiling ${duration(ceiling)}`,
        ratio: times(max / ceiling),
        goal: `≤ ${duration(GOAL_MS)}, none twice`,
        met: max <= GOAL_MS && steps.count === amount && steps.twice === 0,
        note: 'to the commit of the last step. GoAlert’s ceiling is quoted, not measured.',
        figures: { steps: steps.count, twice: steps.twice, allMs: max },
      },
    ];
  },
};
