import { count, describeLateness, duration, latenessOf, times } from '../report/numbers.js';
import type { Lateness } from '../report/numbers.js';
import { informs } from '../report/row.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { fireWithEngine } from './ours.js';
import { bullmqLateness } from './peers/bullmq.js';
import { graphileLateness } from './peers/graphile-worker.js';
import type { Load } from './seed.js';

const P99_GOAL_MS = 1_000;
const MAX_GOAL_MS = 2_000;
/** Enough for each of the three to have stored its load before the first of it is due. */
const LEAD_MS = 8_000;

/** 10,000 deadlines over 60 s, for us and, one after the other, for two peers. */
export const deadlines: Benchmark = {
  name: 'deadlines',
  async run(bench: Bench): Promise<Row[]> {
    const seconds = bench.quick ? 10 : 60;
    const amount = bench.quick ? 1_500 : 10_000;
    const load = (): Load => ({
      count: amount,
      firstDueAt: Date.now() + LEAD_MS,
      stepMs: (seconds * 1000) / amount,
    });
    const what = `deadlines: ${count(amount)} over ${String(seconds)} s`;
    bench.say(`${what}: ours`);
    const { steps } = await fireWithEngine(bench.cluster, load);
    const ours = latenessOf(steps.lateness);
    bench.say(`${what}: BullMQ`);
    const bullmq = latenessOf(await bullmqLateness(bench.cluster, load));
    bench.say(`${what}: graphile-worker`);
    const graphile = latenessOf(await graphileLateness(bench.cluster, load));
    return [
      {
        what,
        ours: describeLateness(ours),
        peer: `BullMQ ${describeLateness(bullmq)}`,
        ratio: `p99 ${times(ours.p99 / bullmq.p99)}`,
        goal: `p99 ≤ ${duration(P99_GOAL_MS)}, max ≤ ${duration(MAX_GOAL_MS)}`,
        met: ours.p99 <= P99_GOAL_MS && ours.max <= MAX_GOAL_MS && ours.count === amount,
        note:
          'ours: from the due instant to the commit of breach, ladder, first step and notifications; the peer: to the ' +
          'call of a handler that does nothing. DBOS, the third peer of the goals, is not installed and was not measured.',
        figures: figuresOf({ ours, bullmq }),
      },
      informs({
        what: '  the same, second peer',
        ours: describeLateness(ours),
        peer: `graphile-worker ${describeLateness(graphile)}`,
        ratio: `p99 ${times(ours.p99 / graphile.p99)}`,
        note: 'graphile-worker polls every 100 ms here, instead of its default of 2 s.',
        figures: figuresOf({ ours, graphile }),
      }),
    ];
  },
};

const figuresOf = (measured: Readonly<Record<string, Lateness>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(measured).flatMap(([who, lateness]) =>
      Object.entries(lateness).map(([figure, value]) => [`${who}.${figure}`, value as number]),
    ),
  );
