import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { NestFactory } from '@nestjs/core';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { JobHandlers, ManualClock, SystemClock, lastBeat, sql } from '#platform';
import type { Database } from '#platform';
import { ProductModule, jobs } from '#product';
import { readSightings, runReplay } from '#replay';
import type { ReplayOutcome, Sightings } from '#replay';
import { Refused, answer } from '../output.js';
import { withProduct } from '../workspace.js';

const today = new SystemClock();
/** A running engine shows itself at least once a second. */
const ALIVE_MS = 5_000;

interface Options {
  readonly seed: number;
  readonly asOf?: number;
  readonly json: boolean;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('plays a stream of sightings through the real product, with an office made for it')
    .argument('<file>', 'newline-delimited JSON: {observedAt, source, rank, title, url}')
    .option('--seed <n>', 'what chance starts from', wholeNumber, 1)
    .option('--as-of <iso>', 'stop at this moment (ISO 8601 with offset); by default now', instant)
    .option('--json', 'one JSON document on standard output', false)
    .action(replay);
}

async function replay(file: string, { seed, asOf = today.now(), json }: Options): Promise<void> {
  const { sightings, rejected } = await readFile(file);
  for (const { line, reason } of rejected)
    process.stderr.write(`${file}:${String(line)}: ${reason}\n`);
  const [first] = sightings;
  if (first === undefined) throw new Refused(`${file} has no sighting that can be read.`);
  const clock = new ManualClock(first.observedAt);
  const result = await withProduct(
    async ({ foundation, configuration, definitions }) => {
      await refuseIfRunning(foundation.database);
      const module = ProductModule.on(foundation, configuration, definitions);
      const app = await NestFactory.createApplicationContext(module, {
        logger: foundation.logger,
        abortOnError: false,
      });
      app.get(JobHandlers, { strict: false }).check(jobs);
      const bar = new SingleBar({
        format: '{bar} {percentage}% | {value}/{total} sightings | {incidents} incidents',
        stream: process.stderr,
      });
      bar.start(sightings.length, 0, { incidents: 0 });
      const outcome = await runReplay(app, clock, {
        sightings,
        seed,
        asOf,
        onProgress: ({ sightings: seen, incidents }) => {
          bar.update(seen, { incidents });
        },
      });
      bar.stop();
      await app.close();
      return summary(foundation.database, outcome);
    },
    { clock, commits: 'fast' },
  );
  answer(json, result, describe(result));
}

type Summary = Awaited<ReturnType<typeof summary>>;

async function summary(database: Database, { sightings, topics, incidents }: ReplayOutcome) {
  const states = await sql<{ state: string; n: number }>(
    database.reader,
    'SELECT state, count(*)::int AS n FROM incidents GROUP BY state ORDER BY state',
  );
  const [counts] = await sql<{ steps: number; exhausted: number }>(
    database.reader,
    `SELECT (SELECT count(*) FROM escalation_steps)::int AS steps,
       (SELECT count(*) FROM escalations WHERE state = 'exhausted')::int AS exhausted`,
  );
  const byState = Object.fromEntries(states.map(({ state, n }) => [state, n]));
  return {
    sightings,
    topics,
    incidents,
    byState,
    steps: counts?.steps ?? 0,
    exhausted: counts?.exhausted ?? 0,
  };
}

const describe = ({ sightings, topics, incidents, byState, steps, exhausted }: Summary): string =>
  [
    `${String(sightings)} sightings of ${String(topics)} topics became ${String(incidents)} incidents:`,
    ...Object.entries(byState).map(([state, n]) => `  ${state}: ${String(n)}`),
    `${String(steps)} ladder steps were taken, and ${String(exhausted)} ladders ran out.`,
  ].join('\n');

/** A running engine goes by today's clock, and would fire everything that the replay has yet to reach. */
async function refuseIfRunning(database: Database): Promise<void> {
  const beat = await lastBeat(database.reader, 'sweep');
  if (beat !== null && today.now() - beat < ALIVE_MS) {
    throw new Refused(
      'Mingbian is running on this workspace. Stop it before a replay, or replay into another one.',
    );
  }
}

async function readFile(file: string): Promise<Sightings> {
  const lines: string[] = [];
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Infinity,
    }))
      lines.push(line);
  } catch (error) {
    throw new Refused(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return readSightings(lines);
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function instant(value: string): number {
  const at = Date.parse(value);
  if (!/^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:\d\d))?$/.test(value) || Number.isNaN(at)) {
    throw new InvalidArgumentError('Give a moment such as 2026-04-01T00:00:00+08:00.');
  }
  return at;
}
