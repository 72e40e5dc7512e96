import type { KeepRoster } from '#duty';
import { trimFindings } from '#escalation';
import { trimSessions } from '#identity';
import { forgetPresence } from '#incidents';
import type { KeepNoLonger } from '#incidents';
import { trimFeedEntries, trimImports } from '#intake';
import type { WatchRises } from '#intake';
import { trimMessageLinks } from '#notify';
import { Loop, trimBeats, trimIdempotencyKeys, trimStream } from '#platform';
import type { Clock, Database, Logger, Relay } from '#platform';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface House {
  readonly database: Database;
  readonly relay: Relay;
  readonly clock: Clock;
  readonly roster: KeepRoster;
  readonly keeping: KeepNoLonger;
  readonly rises: WatchRises;
}

interface Chore {
  readonly name: string;
  run(house: House): Promise<unknown>;
}

const aDayAgo = (clock: Clock): number => clock.now() - DAY_MS;

/** The shifts of the days ahead are made; what nobody will ask for again is forgotten. Records of what happened are not. */
const CHORES: readonly Chore[] = [
  // Days ahead come into sight; the rota itself answers at any time.
  { name: 'roster', run: ({ roster }) => roster.all() },
  {
    name: 'stream',
    run: ({ database, clock }) => trimStream(database.reader, aDayAgo(clock)),
  },
  // Wordings and files that have had their time (config/retention.yaml).
  { name: 'retention', run: ({ keeping }) => keeping.run() },
  { name: 'outbox', run: ({ relay }) => relay.trim() },
  {
    name: 'idempotency keys',
    run: ({ database, clock }) => trimIdempotencyKeys(database, new Date(aDayAgo(clock))),
  },
  {
    name: 'sessions',
    run: ({ database, clock }) => trimSessions(database.reader, clock.now()),
  },
  {
    name: 'beats',
    run: ({ database, clock }) => trimBeats(database.reader, aDayAgo(clock)),
  },
  {
    name: 'message links',
    run: ({ database, clock }) => trimMessageLinks(database.reader, clock.now()),
  },
  {
    name: 'findings',
    run: ({ database, clock }) => trimFindings(database.reader, clock.now()),
  },
  // Rows that could not be read hold wordings, and nobody mends them after a month.
  {
    name: 'imports',
    run: ({ database, clock }) => trimImports(database.reader, clock.now()),
  },
  {
    name: 'feed entries',
    run: ({ database, clock }) => trimFeedEntries(database.reader, clock.now()),
  },
];

/** What is looked at, or forgotten, within a minute or two. */
const MINUTE_CHORES: readonly Chore[] = [
  {
    name: 'presence',
    run: ({ database, clock }) => forgetPresence(database.reader, clock.now()),
  },
  // Topics of the inbox that rise, before they are everywhere.
  { name: 'rises', run: ({ rises }) => rises.run() },
];

/** Does all chores now. One that fails does not keep the others from being done. */
async function keepHouse(
  chores: readonly Chore[],
  house: House,
  logger: Pick<Logger, 'error'>,
): Promise<void> {
  for (const chore of chores) {
    await chore.run(house).catch((error: unknown) => {
      logger.error(`housekeeping failed: ${chore.name}`, error);
    });
  }
}

/** Keeps house at the start, and then each hour; some chores each minute. */
export class Housekeeping {
  private readonly loops: readonly Loop[];

  constructor(
    database: Database,
    relay: Relay,
    roster: KeepRoster,
    keeping: KeepNoLonger,
    rises: WatchRises,
    clock: Clock,
    logger: Logger,
  ) {
    const house = { database, relay, roster, keeping, rises, clock };
    const every = (restMs: number, chores: readonly Chore[]): Loop =>
      new Loop(
        async () => {
          await keepHouse(chores, house, logger);
          return restMs;
        },
        (error) => {
          logger.error('housekeeping failed', error);
        },
      );
    this.loops = [every(HOUR_MS, CHORES), every(MINUTE_MS, MINUTE_CHORES)];
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}
