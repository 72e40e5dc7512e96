import 'reflect-metadata';
import { command } from './command/command.js';
import { armed } from './deadlines/armed.js';
import { instant } from './deadlines/instant.js';
import { deadlines } from './deadlines/spread.js';
import { documents } from './documents/documents.js';
import { duty } from './duty/duty.js';
import { figures } from './figures/figures.js';
import { intake } from './intake/intake.js';
import { publicPages } from './public/public.js';
import { ready } from './ready/ready.js';
import { search } from './search/search.js';
import { match } from './match/match.js';
import type { Row } from './report/row.js';
import { saveRows } from './report/save.js';
import { renderTable } from './report/table.js';
import type { Bench, Benchmark } from './setting/bench.js';
import { Cluster } from './setting/cluster.js';

/** In the order in which they are run: those first that are told by the clock, while the machine is cool. */
const benchmarks: readonly Benchmark[] = [
  ...[ready, publicPages, duty, match, command, intake, search, figures, documents],
  ...[armed, instant, deadlines],
];

/** `npm run bench [name…] [-- --quick]`. */
const { chosen, quick } = readArguments(process.argv.slice(2));
const started = performance.now();
const cluster = await Cluster.start();
try {
  const rows = await runAll({ cluster, quick, say });
  const label = quick
    ? '\nQUICK: smaller loads, to see that it runs. These numbers prove nothing.'
    : '';
  process.stdout.write(`${renderTable(rows)}\n${label}\n`);
  say('done');
} finally {
  await cluster.stop();
}
process.exit(0);

async function runAll(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const benchmark of chosen) {
    const found = await benchmark.run(bench);
    saveRows(benchmark.name, found, bench.quick);
    rows.push(...found);
  }
  return rows;
}

function readArguments(args: readonly string[]): {
  readonly chosen: readonly Benchmark[];
  readonly quick: boolean;
} {
  const names = args.filter((arg) => arg !== '--quick');
  const unknown = names.filter((name) => benchmarks.every((known) => known.name !== name));
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name }) => name).join(', ');
    process.stderr.write(`No benchmark ${unknown.join(', ')}; there are ${known}.\n`);
    process.exit(2);
  }
  return {
    chosen: names.length === 0 ? benchmarks : benchmarks.filter(({ name }) => names.includes(name)),
    quick: names.length < args.length,
  };
}

function say(text: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${text}\n`);
}
