import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Loop, SystemClock, sql } from '#platform';
import type { Database, Logger } from '#platform';
import { readSettingsOrExit, runUntilSignal } from '#product';
import { ensureStaff, runReplay } from '#replay';
import type { Person } from '#replay';
import { DemoClock } from './demo/demo-clock.js';
import { ARRIVALS, LiveOffice, playLiveIncidents } from './demo/live-incidents.js';
import { makeAdministrator } from './demo/administrator.js';
import { draftBriefs } from './demo/briefs.js';
import { reportBeforehand } from './demo/beforehand.js';
import { DemoRota } from './demo/rota.js';
import { quarterBefore } from './demo/quarter.js';
import { startStandalone } from './start.js';

/** dist/apps/standalone/demo.js → the source folder, since data files are not compiled. */
const TOPICS = new URL('../../../apps/standalone/demo/topics.yaml', import.meta.url);
const today = new SystemClock();
const HOURS_BEFORE_MS = 4 * 3_600_000;
const ARRIVAL_EVERY_MS = 3 * 60_000;

/** `npm run demo`: a throw-away workspace with a replayed quarter, and incidents whose deadlines run while you watch. */
await runUntilSignal(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mingbian-demo-'));
  const settings = { ...readSettingsOrExit(process.env), dataDir, databaseUrl: null, demo: true };
  const quarterStart = today.now() - 120 * 24 * 3_600_000;
  const clock = new DemoClock(quarterStart);
  let staff: Person[] = [];
  const standalone = await startStandalone(settings, {
    clock,
    // Nothing in a demo is worth waiting for the disk.
    commits: 'fast',
    fill: async (product, { foundation: { database }, configuration }) => {
      staff = await database.transaction((tx) => ensureStaff(tx, clock));
      await database.transaction((tx) => makeAdministrator(tx, clock));
      await replayQuarter(product, clock, configuration.organisation.timeZone);
      await readEverything(database, clock);
      const rota = new DemoRota(product, staff, configuration.organisation.timeZone);
      const opening = today.now();
      await rota.make(opening);
      await rota.signIn(clock.now());
      await playLiveIncidents(product, clock, staff, opening);
      await reportBeforehand(product, staff, configuration.organisation.timeZone, opening);
      await draftBriefs(product, staff, configuration.organisation.timeZone, opening);
      clock.release();
      await rota.live(today.now());
    },
  });
  const arrivals = letPeopleArrive(standalone.app, staff, standalone.foundation.logger);
  return async () => {
    await arrivals.stop();
    await standalone.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
});

async function replayQuarter(
  app: INestApplicationContext,
  clock: DemoClock,
  timeZone: string,
): Promise<void> {
  const asOf = today.now() - HOURS_BEFORE_MS;
  const { sightings, describe } = quarterBefore(asOf, TOPICS, timeZone);
  let told = 0;
  await runReplay(app, clock, {
    sightings,
    describe,
    seed: 1,
    asOf,
    onProgress: ({ sightings: seen }) => {
      const percent = Math.floor((seen / sightings.length) * 10) * 10;
      if (percent <= told) return;
      told = percent;
      process.stderr.write(`replaying a quarter: ${String(percent)} %\n`);
    },
  });
}

/** The people of the demo have read what the quarter told them: what is unread is new. */
async function readEverything(database: Database, clock: DemoClock): Promise<void> {
  await sql(database.reader, 'UPDATE notifications SET read_at = $1', [clock.date()]);
}

/** Every few minutes somebody logs something, so that the desk is never still for long. */
function letPeopleArrive(
  app: INestApplicationContext,
  staff: readonly Person[],
  logger: Logger,
): Loop {
  const office = new LiveOffice(app, staff);
  const waiting = [...ARRIVALS];
  let isFirst = true;
  const loop = new Loop(
    async () => {
      const draft = isFirst ? undefined : waiting.shift();
      isFirst = false;
      if (draft !== undefined) await office.log(draft, today.now());
      return ARRIVAL_EVERY_MS;
    },
    (error) => {
      logger.error('the demo could not log an incident', error);
    },
  );
  loop.start();
  return loop;
}
