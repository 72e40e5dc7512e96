import { Global, Module } from '@nestjs/common';
import type { INestApplication, ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ContactRules } from '#identity';
import {
  Clock,
  Database,
  Logger,
  ManualClock,
  Metrics,
  Nudges,
  ProblemFilter,
  SETTINGS,
  TextSearch,
  createValidationPipe,
  readSettings,
} from '#platform';
import type { Settings } from '#platform';
import { TestClient } from './test-client.js';
import { openTestDatabase } from './test-database.js';

/** An office that knows of nothing against any contact. */
class AnyContact extends ContactRules {
  problemOf(): null {
    return null;
  }
}

/** A Monday morning in Shanghai. */
const START = Date.parse('2026-03-02T09:00:00+08:00');

export interface TestApp {
  readonly app: INestApplication;
  readonly database: Database;
  readonly clock: ManualClock;
  /** Somebody new, without a cookie. */
  client(): TestClient;
  close(): Promise<void>;
}

/** Real controllers on a real database and a real port; only time is ours. */
export async function openTestApp(
  imports: NonNullable<ModuleMetadata['imports']>,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestApp> {
  const { database, url: databaseUrl, close } = await openTestDatabase();
  const clock = new ManualClock(START);
  const logger = new Logger('silent');
  const nudges = new Nudges(database, databaseUrl);
  const settings = settingsOf(environment);
  const foundation = foundationOf({ database, clock, logger, nudges, settings });
  const testing = await Test.createTestingModule({ imports: [foundation, ...imports] }).compile();
  const app = testing.createNestApplication({ logger: false });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    database,
    clock,
    client: () => new TestClient(url),
    close: async () => {
      await app.close();
      await nudges.close();
      await close();
    },
  };
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly nudges: Nudges;
  readonly settings: Settings;
}

function foundationOf({ database, clock, logger, nudges, settings }: Parts): new () => object {
  @Global()
  @Module({
    providers: [
      { provide: Database, useValue: database },
      { provide: Clock, useValue: clock },
      { provide: Logger, useValue: logger },
      { provide: Nudges, useValue: nudges },
      Metrics,
      TextSearch,
      { provide: SETTINGS, useValue: settings },
      { provide: ContactRules, useClass: AnyContact },
    ],
    exports: [Database, Clock, Logger, Nudges, Metrics, TextSearch, SETTINGS, ContactRules],
  })
  class TestFoundation {}
  return TestFoundation;
}

function settingsOf(environment: Readonly<Record<string, string>>): Settings {
  const result = readSettings(environment);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.settings;
}
