import pg from 'pg';
import { count, median, perSecond, times } from '../report/numbers.js';
import { informs } from '../report/row.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { Office } from '../setting/office.js';
import { rateOf } from './clients.js';
import { floorTurn } from './floor.js';
import { httpRate } from './http.js';
import { commandTurn, logIncidents } from './ours.js';
import { demandSameRows } from './same-rows.js';

const GOAL = 0.5;
const ROUNDS = 5;
/** Connections of our own pool, so that both sides have as many. */
const POOL = 20;

/** Commands per second through the use case, against bare `pg` writing the same rows. */
export const command: Benchmark = {
  name: 'command',
  async run(bench: Bench): Promise<Row[]> {
    const perRound = bench.quick ? 40 : 120;
    const { ours, floor } = await compare(bench, perRound);
    bench.say('commands over HTTP');
    const http = await httpRate(bench.quick ? 40 : 200);
    const ratio = median(ours.map((rate, round) => rate / (floor[round] ?? NaN)));
    return [
      {
        what: 'a command, 8 clients',
        ours: perSecond(median(ours)),
        peer: `bare pg ${perSecond(median(floor))}`,
        ratio: times(ratio),
        goal: `≥ ${times(GOAL)}`,
        met: ratio >= GOAL,
        note:
          'report, acknowledge and two notes on each incident, through the use case in this process, engine at rest; the ' +
          `floor is one transaction per command with the same rows. Median of ${String(ROUNDS)} alternating rounds.`,
        figures: { ours: median(ours), floor: median(floor), ratio },
      },
      informs({
        what: '  the same over HTTP',
        ours: perSecond(http),
        peer: `bare pg ${perSecond(median(floor))}`,
        ratio: times(http / median(floor)),
        note:
          'the standalone program with its engine at work, which fires the ladders; each answer is the whole page of the ' +
          'incident, and the clients share the machine.',
        figures: { http },
      }),
    ];
  },
};

async function compare(
  bench: Bench,
  perRound: number,
): Promise<{ readonly ours: number[]; readonly floor: number[] }> {
  const office = await Office.open(bench.cluster);
  const pool = new pg.Pool({ connectionString: office.url, max: POOL });
  const ours: number[] = [];
  const floor: number[] = [];
  try {
    const officer = await office.hire('officer', ['officer']);
    bench.say(`logging ${count(2 * (ROUNDS + 1) * perRound)} incidents`);
    const ids = await logIncidents(office, officer, 2 * (ROUNDS + 1) * perRound);
    const take = (): string[] => ids.splice(0, perRound);
    // The first round fills caches and compiles; it is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      bench.say(`commands, round ${String(round)} of ${String(ROUNDS)}`);
      const [forUs, forFloor] = [take(), take()];
      const rates = [
        await rateOf(forUs, commandTurn(office, officer)),
        await rateOf(forFloor, floorTurn(pool, officer)),
      ] as const;
      await demandSameRows(office.foundation.database, forUs, forFloor);
      if (round === 0) continue;
      ours.push(rates[0]);
      floor.push(rates[1]);
    }
    return { ours, floor };
  } finally {
    await pool.end();
    await office.close();
  }
}
