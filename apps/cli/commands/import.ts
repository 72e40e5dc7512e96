import { SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { FIELDS, ImportFile, Redactor, UnreadableFile, sourcesNamed } from '#intake';
import type { ColumnMapping, Field, ImportOutcome, RejectedRow } from '#intake';
import { Metrics } from '#platform';
import { Refused, answer } from '../output.js';
import { withProduct } from '../workspace.js';
import type { OpenProduct } from '../workspace.js';

interface Options {
  readonly source: string;
  readonly map: ColumnMapping;
  readonly dryRun: boolean;
  readonly json: boolean;
}

interface Rejection {
  readonly line: number;
  readonly reason: string;
}

/** More than this many are counted, and not listed one by one. */
const MOST_LISTED = 10_000;
const MOST_TOLD = 20;

export function addImport(program: Command): void {
  program
    .command('import')
    .description('reads mentions from a CSV, XLSX or NDJSON file into the inbox')
    .argument('<file>', 'the file; its columns are recognised by their names')
    .requiredOption('--source <name>', 'where it comes from; a new source is made', sourceName)
    .option(
      '--map <field=column>',
      `which column is ${FIELDS.join(', ')}; may be given several times`,
      collectColumn,
      {},
    )
    .option('--dry-run', 'reads and counts, and stores nothing', false)
    .option('--json', 'one JSON document on standard output', false)
    .action(importFile);
}

async function importFile(path: string, options: Options): Promise<void> {
  const rejected: Rejection[] = [];
  const outcome = await withProduct((product) => run(product, path, options, rejected));
  const result = { ...outcome, rejected, rejectedRows: outcome.rejected, dryRun: options.dryRun };
  for (const { line, reason } of options.json ? [] : rejected.slice(0, MOST_TOLD))
    process.stderr.write(`${path}:${String(line)}: ${reason}\n`);
  answer(options.json, result, describe(outcome, options.dryRun));
}

async function run(
  { foundation, configuration }: OpenProduct,
  path: string,
  { source: name, map: mapping, dryRun }: Options,
  rejected: Rejection[],
): Promise<ImportOutcome> {
  const { database, clock, nudges } = foundation;
  const sources = await database.transaction((tx) => sourcesNamed(tx, [name], 'csv', clock.now()));
  const source = sources.get(name);
  if (source === undefined) throw new Error(`the source ${name} was not made`);
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {rows} rows',
    stream: process.stderr,
  });
  bar.start(1, 0, { rows: 0 });
  const importing = new ImportFile(
    database,
    new Redactor(configuration.redaction, new Metrics()),
    nudges,
  );
  try {
    return await importing.run({
      ...{ path, source, mapping, dryRun },
      zone: configuration.organisation.timeZone,
      now: () => clock.now(),
      onRejected: (rows) => {
        rejected.push(...rows.slice(0, MOST_LISTED - rejected.length).map(rejectionOf));
      },
      onProgress: ({ rows }, share) => {
        bar.update(share, { rows });
      },
    });
  } catch (error) {
    throw isExpected(error) ? new Refused(`${path}: ${error.message}`) : error;
  } finally {
    bar.stop();
  }
}

const rejectionOf = ({ line, reasons }: RejectedRow): Rejection => ({
  line,
  reason: reasons.map(({ en }) => en).join('; '),
});

/** What is wrong with the file, or with the way to it. */
const isExpected = (error: unknown): error is Error =>
  error instanceof UnreadableFile ||
  (error instanceof Error && 'syscall' in error && 'path' in error);

function describe(outcome: ImportOutcome, dryRun: boolean): string {
  const { rows, rejected, mentions, folded, topics, added, notes } = outcome;
  const n = String;
  return [
    ...notes.map(({ en }) => en),
    `${n(rows)} rows (${outcome.format}, ${outcome.encoding}): ${n(mentions)} mentions of ${n(topics)} topics, ` +
      `${n(folded)} seen again, ${n(rejected)} rejected.`,
    `${dryRun ? 'New would be' : 'New were'} ${n(added.sightings)} sightings, ${n(added.mentions)} mentions, ` +
      `${n(added.topics)} topics; what was there before is not stored twice.`,
  ].join('\n');
}

function sourceName(value: string): string {
  const name = value.trim();
  if (name === '' || name.length > 100)
    throw new InvalidArgumentError('Give a name of 1 to 100 characters.');
  return name;
}

function collectColumn(value: string, before: ColumnMapping): ColumnMapping {
  const [, field = '', column = ''] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (!isField(field) || column === '')
    throw new InvalidArgumentError(`Give field=column, with one of ${FIELDS.join(', ')}.`);
  return { ...before, [field]: column };
}

const isField = (value: string): value is Field => FIELDS.some((field) => field === value);
