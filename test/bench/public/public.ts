import { newId } from '#platform';
import { median, perSecond, times } from '../report/numbers.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { withClient } from '../setting/cluster.js';
import { Program, withDataFolder } from '../setting/program.js';
import { withBareServer } from './bare-server.js';
import { hammer } from './hammer.js';

const GOAL = 0.5;
const ROUNDS = 5;
const CONNECTIONS = 64;
const CLARIFICATIONS = 200;
const LIST = '/public/clarifications';

/** Public pages per second from one api process, against a bare Node server that sends the same bytes. */
export const publicPages: Benchmark = {
  name: 'public',
  run: (bench: Bench): Promise<Row[]> =>
    withDataFolder(async (dataDir) => {
      const databaseUrl = await bench.cluster.newDatabase();
      const program = await Program.start(dataDir, databaseUrl);
      try {
        const id = await fill(databaseUrl);
        return [
          await compare(bench, 'the public list', program.url, LIST),
          await compare(bench, 'a public clarification', program.url, `${LIST}/${id}`),
        ];
      } finally {
        await program.stop();
        await bench.cluster.drop(databaseUrl);
      }
    }),
};

async function compare(bench: Bench, what: string, url: string, path: string): Promise<Row> {
  const load = { connections: CONNECTIONS, ms: bench.quick ? 300 : 3_000 };
  const ours: number[] = [];
  const floor: number[] = [];
  await withBareServer(url + path, async (bare) => {
    // The first round fills caches and compiles; it is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      bench.say(`${what}, round ${String(round)} of ${String(ROUNDS)}`);
      const rates = [await hammer(url, path, load), await hammer(bare, path, load)] as const;
      if (round === 0) continue;
      ours.push(rates[0]);
      floor.push(rates[1]);
    }
  });
  const ratio = median(ours.map((rate, round) => rate / (floor[round] ?? NaN)));
  return {
    what,
    ours: perSecond(median(ours)),
    peer: `bare Node HTTP ${perSecond(median(floor))}`,
    ratio: times(ratio),
    goal: `≥ ${times(GOAL)}`,
    met: ratio >= GOAL,
    note:
      `one api process, ${String(CONNECTIONS)} connections, ${String(CLARIFICATIONS)} clarifications; each answer is as new ` +
      `as the database. The floor sends the same headers and bytes. Median of ${String(ROUNDS)} alternating rounds.`,
    figures: { ours: median(ours), floor: median(floor), ratio },
  };
}

const EVIDENCE = [
  { text: '县水务局水质检测报告，2026 年 3 月 1 日', url: 'https://www.example.org/r', file: null },
];
const LINKS = [{ channel: '清源县人民政府网站', url: 'https://www.example.org/1' }];
const ANSWER =
  '经取样检测，浑浊度、余氯等四十三项指标全部合格。施工造成的短时浑浊已经消除。'.repeat(6);

/** Answers the id of the newest. */
async function fill(databaseUrl: string): Promise<string> {
  const ids = Array.from({ length: CLARIFICATIONS }, () => newId());
  await withClient(databaseUrl, (client) =>
    client.query(
      `INSERT INTO clarifications (id, origin, title, claim, verdict, answer, evidence, links, issued_by, published_at,
         updated_at, version, public)
       SELECT id, 'release', '第 ' || n || ' 号澄清：城北供水正常', '城北自来水被污染，不能饮用', 'false', $2, $3, $4,
         '清源县水务局', at, at, 1, true
       FROM unnest($1::uuid[]) WITH ORDINALITY AS one (id, n),
         LATERAL (SELECT timestamptz '2026-03-01T00:00:00Z' + n * interval '1 hour' AS at) AS time`,
      [ids, ANSWER, JSON.stringify(EVIDENCE), JSON.stringify(LINKS)],
    ),
  );
  return ids.at(-1) ?? '';
}
