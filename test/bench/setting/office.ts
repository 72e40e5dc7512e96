import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { createUser, deedOfSystem } from '#identity';
import type { Role } from '#identity';
import { Logger } from '#platform';
import type { Settings } from '#platform';
import { ProductModule, loadConfiguration, openFoundation, prepare } from '#product';
import type { OpenFoundation } from '#product';
import type { Actor } from '#workflow';
import { WorkerModule } from '../../../apps/worker/worker.module.js';
import type { Cluster } from './cluster.js';

/** dist/test/bench/setting → config. */
export const CONFIG_FOLDER = fileURLToPath(new URL('../../../../config', import.meta.url));

/** The whole product on a database of its own, on real time, without HTTP. The engine is there, and not started. */
export class Office {
  private constructor(
    readonly app: INestApplicationContext,
    readonly foundation: OpenFoundation,
    /** The owner's address of its database. */
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(cluster: Cluster): Promise<Office> {
    const url = await cluster.newDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'mingbian-bench-data-'));
    const settings = settingsFor(url, dataDir);
    const logger = new Logger('error');
    const foundation = await openFoundation({ settings, databaseUrl: url, logger });
    const configuration = loadConfiguration(settings.configDir);
    const definitions = await prepare(foundation, configuration);
    const app = await NestFactory.createApplicationContext(
      WorkerModule.with(ProductModule.on(foundation, configuration, definitions)),
      { logger, abortOnError: false },
    );
    return new Office(app, foundation, url, async () => {
      await app.close();
      await foundation.close();
      await cluster.drop(url);
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  /** Somebody with these roles and no unit. */
  hire(username: string, roles: readonly Role[]): Promise<Actor> {
    const { database, clock } = this.foundation;
    return database.transaction(async (tx) => {
      const input = {
        username,
        password: `long-enough-${username}`,
        name: username,
        roles: [...roles],
      };
      const { id } = await createUser(tx, deedOfSystem(clock), input);
      return { kind: 'user', id, roles, unitId: null };
    });
  }
}

const settingsFor = (databaseUrl: string, dataDir: string): Settings => ({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  configDir: CONFIG_FOLDER,
  publicUrl: null,
  databaseUrl,
  redisUrl: null,
  bootstrap: null,
  logLevel: 'error',
  demo: false,
});
