import { count, duration, median, percentile, times } from '../report/numbers.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { Caller } from '../setting/caller.js';
import { withClient } from '../setting/cluster.js';
import { Office } from '../setting/office.js';
import { Program, withDataFolder } from '../setting/program.js';
import { someSearches } from './asked.js';
import { seed } from './seed.js';
import type { Sizes } from './seed.js';

const GOAL_MS = 50;
const GOAL_TIMES = 1.5;
const SMALL: Sizes = { incidents: 10_000, mentions: 10_000, clarifications: 1_000 };
const LARGE: Sizes = { incidents: 1_000_000, mentions: 1_000_000, clarifications: 100_000 };
const NOTHING: Sizes = { incidents: 0, mentions: 0, clarifications: 0 };
const QUICK: Sizes = { incidents: 20_000, mentions: 20_000, clarifications: 2_000 };

/** Pages that a list of incidents is opened at. */
const LISTS = [
  '/incidents?limit=50',
  '/incidents?limit=50&state=open',
  '/incidents?limit=50&state=reported&kind=rumour',
  '/incidents?limit=50&sort=-updatedAt',
  '/incidents?limit=50&q=停水',
  '/incidents?limit=50&q=自来水厂 坍塌',
];

interface Timed {
  readonly search: readonly number[];
  readonly list: readonly number[];
}

/** One search over everything, and the list of incidents, as a browser gets them: over HTTP, one after the other. */
export const search: Benchmark = {
  name: 'search',
  async run(bench: Bench): Promise<Row[]> {
    const large = bench.quick ? QUICK : LARGE;
    const asked = someSearches(bench.quick ? 80 : 400);
    const office = await Office.open(bench.cluster);
    try {
      await office.hire('officer', ['monitor', 'officer', 'analyst']);
      const now = Date.now();
      await seed(office.url, NOTHING, SMALL, now);
      const small = await timeAll(office.url, asked);
      bench.say(`seeding ${count(large.incidents)} incidents and as many mentions`);
      await seed(office.url, SMALL, large, now);
      bench.say(`searching ${count(asked.length)} times`);
      const big = await timeAll(office.url, asked);
      const scan = await timeScans(office.url);
      return rowsOf(large, small, big, scan);
    } finally {
      await office.close();
    }
  },
};

function rowsOf(sizes: Sizes, small: Timed, big: Timed, scan: number): Row[] {
  const [p95, before] = [percentile(big.search, 0.95), percentile(small.search, 0.95)];
  const [list, listBefore] = [percentile(big.list, 0.95), percentile(small.list, 0.95)];
  const over = `${count(sizes.incidents)} incidents, ${count(sizes.mentions)} mentions, ${count(sizes.clarifications)} clarifications`;
  return [
    {
      what: 'search over everything',
      ours: `p95 ${duration(p95)}, p50 ${duration(median(big.search))}`,
      peer: `LIKE over the incidents alone ${duration(scan)}`,
      ratio: times(p95 / scan),
      goal: `p95 ≤ ${duration(GOAL_MS)}`,
      met: p95 <= GOAL_MS,
      note:
        `${over}; ${count(big.search.length)} searches over HTTP for words of two to eight characters, several words, phrases, ` +
        `exclusions, words that are nowhere; all three kinds in one answer, with highlights. ` +
        `max ${duration(Math.max(...big.search))}; with a hundredth of the rows p95 ${duration(before)}.`,
      figures: { p95Ms: p95, p50Ms: median(big.search), smallP95Ms: before, scanMs: scan },
    },
    {
      what: 'list of incidents',
      ours: `p95 ${duration(list)}`,
      peer: `the same over ${count(SMALL.incidents)}: ${duration(listBefore)}`,
      ratio: times(list / listBefore),
      goal: `p95 ≤ ${duration(GOAL_MS)}, ≤ ${times(GOAL_TIMES)}`,
      met: list <= GOAL_MS && list <= listBefore * GOAL_TIMES,
      note: 'pages of 50 over HTTP: the newest, by state, by kind, by change, by one word and by two.',
      figures: { p95Ms: list, smallP95Ms: listBefore },
    },
  ];
}

const timeAll = (databaseUrl: string, asked: readonly string[]): Promise<Timed> =>
  withDataFolder(async (dataDir) => {
    const program = await Program.start(dataDir, databaseUrl);
    try {
      const caller = await Caller.signIn(program.url, 'officer', 'long-enough-officer');
      const searches = asked.map((q) => `/search?q=${encodeURIComponent(q)}`);
      const lists = Array.from({ length: 20 }, () => LISTS).flat();
      for (const path of [...searches.slice(0, 40), ...LISTS]) await caller.get(path);
      return { search: await timeEach(caller, searches), list: await timeEach(caller, lists) };
    } finally {
      await program.stop();
    }
  });

async function timeEach(caller: Caller, paths: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const path of paths) {
    const started = performance.now();
    await caller.get(path);
    took.push(performance.now() - started);
  }
  return took;
}

/** What somebody would write first: the newest that hold a word which is in none. */
async function timeScans(url: string): Promise<number> {
  let took = 0;
  await withClient(url, async (client) => {
    const started = performance.now();
    await client.query(
      "SELECT id FROM incidents WHERE search LIKE '%鼋鼍%' ORDER BY detected_at DESC LIMIT 10",
    );
    took = performance.now() - started;
  });
  return took;
}
