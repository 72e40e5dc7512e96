import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Sweep } from '#escalation';
import { createUser, deedOfSystem } from '#identity';
import type { Role } from '#identity';
import { ExecuteCommand, LogIncident } from '#incidents';
import type { Executed, NewIncident } from '#incidents';
import type { OpenChannels } from '#notify';
import { JobHandlers, Logger, ManualClock, sql } from '#platform';
import type { Database, Settings, Tx } from '#platform';
import { ProductModule, jobs, loadConfiguration, openFoundation, prepare } from '#product';
import type { OpenFoundation } from '#product';
import type { Actor } from '#workflow';
import { cloneTemplate } from './test-database.js';

export type TestUser = Actor & { readonly id: string; readonly name: string };

const MORNING = Date.parse('2026-03-02T09:00:00+08:00');
export const A_MINUTE = 60_000;
export const AN_HOUR = 60 * A_MINUTE;

/** A whole office on a database of its own, with a clock that moves when it is told to, and no HTTP. */
export class TestOffice {
  private constructor(
    readonly app: INestApplicationContext,
    readonly foundation: OpenFoundation,
    readonly clock: ManualClock,
    /** The owner's address of its database. */
    readonly url: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async open(
    options: {
      readonly configDir?: string;
      readonly redisUrl?: string;
      readonly startsAt?: number;
      /** What sends messages out of the house; by default nothing does. */
      readonly channels?: OpenChannels;
    } = {},
  ): Promise<TestOffice> {
    const { url, drop } = await cloneTemplate();
    const dataDir = mkdtempSync(join(tmpdir(), 'mingbian-office-'));
    const settings: Settings = {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      configDir: options.configDir ?? 'config',
      publicUrl: null,
      databaseUrl: url,
      redisUrl: options.redisUrl ?? null,
      bootstrap: null,
      logLevel: 'error',
      demo: false,
    };
    const clock = new ManualClock(options.startsAt ?? MORNING);
    const foundation = await openFoundation({
      settings,
      databaseUrl: url,
      clock,
      logger: new Logger('error'),
    });
    const configuration = loadConfiguration(settings.configDir);
    const definitions = await prepare(foundation, configuration);
    const module = ProductModule.on(foundation, configuration, definitions, options.channels);
    const app = await NestFactory.createApplicationContext(module, {
      logger: foundation.logger,
      abortOnError: false,
    });
    app.get(JobHandlers, { strict: false }).check(jobs);
    return new TestOffice(app, foundation, clock, url, async () => {
      await app.close();
      await foundation.close();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  get database(): Database {
    return this.foundation.database;
  }

  close(): Promise<void> {
    return this.cleanUp();
  }

  /** Somebody with these roles, in the unit with this code. */
  async hire(username: string, roles: readonly Role[], unitCode?: string): Promise<TestUser> {
    return this.database.transaction(async (tx) => {
      const unitId = unitCode === undefined ? null : await unitIdOf(tx, unitCode);
      const input = {
        username,
        password: `long-enough-${username}`,
        name: username,
        roles: [...roles],
        ...(unitId !== null && { unitId }),
      };
      const { id } = await createUser(tx, deedOfSystem(this.clock), input);
      return { kind: 'user', id, name: username, roles, unitId };
    });
  }

  unitId(code: string): Promise<string> {
    return unitIdOf(this.database.reader, code);
  }

  /** Logs an incident and answers its id. Throws when it is refused. */
  async log(actor: Actor, given: Partial<NewIncident> = {}): Promise<string> {
    const logged = await this.app
      .get(LogIncident, { strict: false })
      .run({ ...this.rumour(), ...given }, actor);
    if (!logged.ok) throw new Error(JSON.stringify(logged.reasons));
    return logged.id;
  }

  /** Gives a command on the newest version, and answers what came of it. */
  async command(
    incidentId: string,
    name: string,
    actor: Actor,
    body: Record<string, unknown> = {},
  ): Promise<Executed> {
    return this.app
      .get(ExecuteCommand, { strict: false })
      .run({ incidentId, name, actor, expectedVersion: null, body });
  }

  /** Gives a command that must be accepted. */
  async must(
    incidentId: string,
    name: string,
    actor: Actor,
    body: Record<string, unknown> = {},
  ): Promise<void> {
    const executed = await this.command(incidentId, name, actor, body);
    if (executed?.ok !== true) throw new Error(`${name}: ${JSON.stringify(executed)}`);
  }

  /** Fires what is due now. */
  sweep(): Promise<number> {
    return this.app.get(Sweep, { strict: false }).run(this.clock.now());
  }

  /** Moves the clock from due instant to due instant, so that everything fires at its own moment. */
  async advance(ms: number): Promise<void> {
    const sweep = this.app.get(Sweep, { strict: false });
    const end = this.clock.now() + ms;
    for (;;) {
      const next = await sweep.nextInstant();
      if (next === null || next > end) break;
      if (next > this.clock.now()) this.clock.moveTo(next);
      await this.sweep();
    }
    this.clock.moveTo(end);
  }

  /** The types of an incident's timeline entries, in order. */
  async history(incidentId: string): Promise<string[]> {
    const rows = await this.select<{ type: string }>(
      'SELECT type FROM timeline WHERE subject_id = $1 ORDER BY seq',
      [incidentId],
    );
    return rows.map(({ type }) => type);
  }

  select<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return sql<Row>(this.database.reader, text, parameters);
  }

  private rumour(): NewIncident {
    return {
      title: '网传城东水厂停水一周',
      claim: '城东水厂因污染将停水一周',
      kind: 'rumour',
      category: 'water',
      place: '城东',
      occurredAt: null,
      severity: null,
      mentions: [
        {
          source: '清源论坛',
          url: null,
          text: '听说要停水一周',
          seenAt: this.clock.now(),
          rank: null,
          views: 120,
        },
      ],
    };
  }
}

async function unitIdOf(tx: Tx, code: string): Promise<string> {
  const [row] = await sql<{ id: string }>(tx, 'SELECT id FROM units WHERE code = $1', [code]);
  if (row === undefined) throw new Error(`no unit ${code}`);
  return row.id;
}
