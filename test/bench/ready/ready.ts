import { duration, times } from '../report/numbers.js';
import { informs, NONE } from '../report/row.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { Caller } from '../setting/caller.js';
import { ADMINISTRATOR, Program, withDataFolder } from '../setting/program.js';

const READY_GOAL_MS = 4_000;
const RESIDENT_GOAL_MB = 350;
const REQUESTS = 100;

interface Start {
  readonly readyMs: number;
  readonly atReadyMB: number;
  readonly afterRequestsMB: number;
}

/** From the installed program and an empty folder to `ready`, and what it weighs. */
export const ready: Benchmark = {
  name: 'ready',
  async run(bench: Bench): Promise<Row[]> {
    bench.say('starting on an empty folder, then again');
    const [first, second] = await withDataFolder(
      async (dataDir) => [await start(dataDir), await start(dataDir)] as const,
    );
    const heaviest = Math.max(first.atReadyMB, first.afterRequestsMB);
    return [
      {
        what: 'installed to ready',
        ours: describe(first),
        peer: NONE,
        ratio: times(first.readyMs / READY_GOAL_MS),
        goal: `≤ ${duration(READY_GOAL_MS)}, ≤ ${String(RESIDENT_GOAL_MB)} MB`,
        met: first.readyMs <= READY_GOAL_MS && heaviest <= RESIDENT_GOAL_MB,
        note:
          `on an empty data folder, which includes making the database; resident memory of the node process at ready → after ` +
          `${String(REQUESTS)} requests, without PostgreSQL.`,
        figures: { ...first },
      },
      informs({
        what: '  the second start',
        ours: describe(second),
        peer: NONE,
        ratio: times(second.readyMs / READY_GOAL_MS),
        note: '',
        figures: { ...second },
      }),
    ];
  },
};

const describe = ({ readyMs, atReadyMB, afterRequestsMB }: Start): string =>
  `${duration(readyMs)}, ${atReadyMB.toFixed(0)} → ${afterRequestsMB.toFixed(0)} MB`;

async function start(dataDir: string): Promise<Start> {
  const program = await Program.start(dataDir);
  try {
    const atReadyMB = program.residentMB();
    const { username, password } = ADMINISTRATOR;
    const caller = await Caller.signIn(program.url, username, password);
    for (let done = 1; done < REQUESTS; done += 1)
      await caller.get(done % 2 === 0 ? '/incidents' : '/me');
    return { readyMs: program.readyMs, atReadyMB, afterRequestsMB: program.residentMB() };
  } finally {
    await program.stop();
  }
}
