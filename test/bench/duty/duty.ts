import { coverageOf } from '#duty';
import { count, duration, median, percentile, times } from '../report/numbers.js';
import { NONE, informs } from '../report/row.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { YEAR, aYear, isHoliday } from './a-year.js';

const GOAL_MS = 20;
const WARM_UP = 20;

/** Who is on duty over a year, with gaps and conflicts, as the calendar and the preview ask for it. */
export const duty: Benchmark = {
  name: 'duty',
  run(bench: Bench): Promise<Row[]> {
    bench.say('working out a year of duty, again and again');
    const first = timed();
    for (let i = 0; i < WARM_UP; i += 1) timed();
    const runs = Array.from({ length: bench.quick ? 5 : 50 }, timed);
    const middle = median(runs);
    const { segments, gaps, conflicts } = coverageOf(aYear(), YEAR, isHoliday);
    return Promise.resolve([
      {
        what: 'a year of duty',
        ours: `${middle.toFixed(1)} ms`,
        peer: NONE,
        ratio: times(middle / GOAL_MS),
        goal: `≤ ${duration(GOAL_MS)}`,
        met: middle <= GOAL_MS,
        note:
          `3 positions with 3 layers each, 20 people, 200 overrides, 20 leaves, America/Santiago: ${count(segments.length)} ` +
          `segments, ${count(gaps.length)} gaps, ${count(conflicts.length)} conflicts; median of ${String(runs.length)} ` +
          `after ${String(WARM_UP)} to warm up, p99 ${percentile(runs, 0.99).toFixed(1)} ms.`,
        figures: { medianMs: middle, p99Ms: percentile(runs, 0.99), segments: segments.length },
      },
      informs({
        what: '  the first one',
        ours: `${first.toFixed(1)} ms`,
        peer: NONE,
        ratio: times(first / GOAL_MS),
        note: 'with the offsets of the zone still to be looked up, and code that has not run before.',
        figures: { firstMs: first },
      }),
    ]);
  },
};

function timed(): number {
  const plan = aYear();
  const start = performance.now();
  coverageOf(plan, YEAR, isHoliday);
  return performance.now() - start;
}
