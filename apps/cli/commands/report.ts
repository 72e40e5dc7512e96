import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { sql } from '#platform';
import type { Database } from '#platform';
import { ProductModule } from '#product';
import {
  DraftReport,
  REPORT_FORMATS,
  REPORT_TYPES,
  ReportFiles,
  findReport,
  hashOfReport,
} from '#reporting';
import type { NewReport, ReportRow, ReportType } from '#reporting';
import type { Actor } from '#workflow';
import { Refused, answer } from '../output.js';
import { withProduct } from '../workspace.js';
import type { OpenProduct } from '../workspace.js';

const SYSTEM: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };

interface Options {
  readonly out: string;
  readonly language: 'zh' | 'en';
  readonly asOf?: number;
  readonly unit?: string;
  readonly json: boolean;
}

export function addReport(program: Command): void {
  program
    .command('report')
    .description('drafts a report, or takes the one that there is, and writes it as files')
    .addArgument(new Argument('<type>', 'the kind of report').choices([...REPORT_TYPES]))
    .argument(
      '<period>',
      '2026W09, 2026-03, 2026Q1, 2026H1, 2026; of a special one an incident number',
    )
    .requiredOption('--out <folder>', 'where the files go')
    .addOption(new Option('--language <language>').choices(['zh', 'en']).default('zh'))
    .option('--as-of <iso>', 'count as everything stood at this moment; by default now', instant)
    .option('--unit <code>', 'of a scorecard: whose')
    .option('--json', 'one JSON document on standard output', false)
    .action(report);
}

async function report(type: ReportType, period: string, options: Options): Promise<void> {
  const result = await withProduct((product) => run(product, type, period, options));
  const { isNew, title, state, ...told } = result;
  const sentence = `${isNew ? 'Drafted' : `There is one already (${state})`}: ${title}. ${told.files.join(', ')}`;
  answer(options.json, told, sentence);
}

async function run(
  { foundation, configuration, definitions }: OpenProduct,
  type: ReportType,
  period: string,
  options: Options,
) {
  const module = ProductModule.on(foundation, configuration, definitions);
  const app = await NestFactory.createApplicationContext(module, {
    logger: foundation.logger,
    abortOnError: false,
  });
  try {
    const { database } = foundation;
    const asked = await askedOf(database, type, period, options);
    const { id, isNew } = await draftOrFind(app.get(DraftReport, { strict: false }), asked);
    const row = await findReport(database.reader, id);
    if (row === null) throw new Error(`the report ${id} is gone`);
    const files = await write(app.get(ReportFiles, { strict: false }), database, row, options.out);
    const { title, state, asOf } = row;
    const hash = row.sha256 ?? hashOfReport(row);
    return { isNew, title, state, id, files, asOf: asOf.toISOString(), hash };
  } finally {
    await app.close();
  }
}

async function askedOf(
  database: Database,
  type: ReportType,
  period: string,
  { language, asOf, unit }: Options,
): Promise<NewReport> {
  const isSpecial = type === 'special';
  return {
    ...{ type, language, from: null, to: null, asOf: asOf ?? null },
    period: isSpecial ? null : period,
    incidentId: isSpecial
      ? await idOf(database, 'SELECT id FROM incidents WHERE number = $1', period)
      : null,
    unitId:
      unit === undefined
        ? null
        : await idOf(database, 'SELECT id FROM units WHERE code = $1', unit),
  };
}

async function idOf(database: Database, query: string, name: string): Promise<string> {
  const [row] = await sql<{ id: string }>(database.reader, query, [name]);
  if (row === undefined) throw new Refused(`There is no ${name}.`);
  return row.id;
}

async function draftOrFind(
  drafting: DraftReport,
  asked: NewReport,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const drafted = await drafting.run(asked, SYSTEM);
  if (drafted.ok) return { id: drafted.id, isNew: true };
  if ('existing' in drafted) return { id: drafted.existing.id, isNew: false };
  const reasons = 'problems' in drafted ? drafted.problems : drafted.reasons;
  throw new Refused(reasons.map(({ message }) => `${message.en}.`).join('\n'));
}

/** Answers the paths of what was written. */
async function write(
  files: ReportFiles,
  database: Database,
  row: ReportRow,
  folder: string,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const written: string[] = [];
  for (const format of REPORT_FORMATS) {
    const { name, bytes } = await files.make(database.reader, row, format);
    const path = resolve(join(folder, name));
    writeFileSync(path, bytes);
    written.push(path);
  }
  return written;
}

function instant(value: string): number {
  const at = Date.parse(value);
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(at))
    throw new InvalidArgumentError('Give a moment such as 2026-04-01T00:00:00+08:00.');
  return at;
}
