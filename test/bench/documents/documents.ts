import { Press } from '#documents';
import { Papers } from '#reporting';
import { aQuarter } from '../../support/a-quarter.js';
import { duration, median, times } from '../report/numbers.js';
import { NONE, informs } from '../report/row.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';

const GOAL_MS = 3_000;

/** The brief of a busy quarter with every chart and table, as a file for Word and as PDF. */
export const documents: Benchmark = {
  name: 'documents',
  async run(bench: Bench): Promise<Row[]> {
    const runs = bench.quick ? 2 : 7;
    bench.say('printing a quarter, again and again');
    const first: number[] = [];
    const again: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      // A press of its own each time: its thread reads the fonts before it prints.
      const press = new Press();
      first.push(await timed(press));
      again.push(await timed(press));
      await press.onModuleDestroy();
    }
    const [cold, warm] = [median(first), median(again)];
    return [
      {
        what: "a quarter's Word and PDF",
        ours: duration(cold),
        peer: NONE,
        ratio: times(cold / GOAL_MS),
        goal: `≤ ${duration(GOAL_MS)}`,
        met: cold <= GOAL_MS,
        note:
          'Seven charts and four tables, contents with pages, fonts inside: one after the other in one thread that has ' +
          `just been started and reads its fonts of 30 MB. Median of ${String(runs)}.`,
        figures: { coldMs: cold, warmMs: warm },
      },
      informs({
        what: '  and once more',
        ours: duration(warm),
        peer: NONE,
        ratio: times(warm / GOAL_MS),
        note: 'by a press that has been at work within the last minute.',
        figures: { warmMs: warm },
      }),
    ];
  },
};

async function timed(press: Press): Promise<number> {
  const papers = new Papers(press);
  const brief = aQuarter();
  const started = performance.now();
  await Promise.all([papers.docx(brief), papers.pdf(brief)]);
  return performance.now() - started;
}
