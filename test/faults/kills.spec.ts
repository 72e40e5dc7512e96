import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigCopy, always } from '../support/config.js';
import { Owner } from '../support/database.js';
import { aRumour } from '../support/incidents.js';
import type { IncidentPage } from '../support/incidents.js';
import { hire, signIn, passwordOf, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Program, killPrograms } from '../support/program.js';
import { Random, seedOf } from '../support/random.js';
import { RedisServer, hasRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { BOOTSTRAP, embeddedUrl, emptyFolder, postgresIn } from '../support/workspace.js';
import type { Workspace } from '../support/workspace.js';

const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? '20');
const SEED = seedOf('FAULT_SEED');
const INCIDENTS_A_ROUND = 4;
/** The promise: what came due meanwhile has fired this long after `ready`. */
const CAUGHT_UP_WITHIN_MS = 5_000;
const A_ROUND_MS = 30_000;

/** What is killed. `flush` empties the queue in mid-flight instead. */
const FAULTS = ['program', 'postmaster', 'both', 'flush'] as const;

/** Ladders of twelve steps in a few seconds, and clocks that run out while they climb. */
const fastConfig = (): ConfigCopy =>
  new ConfigCopy()
    .set('ladders.yaml', {
      'ladders.duty.repeat': 2,
      'ladders.duty.steps.1.wait': 'PT0.3S',
      'ladders.duty.steps.2.wait': 'PT0.3S',
      'ladders.duty.steps.3.wait': 'PT0.3S',
    })
    .set('clocks.yaml', {
      'clocks.acknowledge.due': always('PT1S'),
      'clocks.judge.due': always('PT2S'),
    });

describe(`${String(ROUNDS)} rounds of SIGKILL (seed ${String(SEED)})`, () => {
  const random = new Random(SEED);
  const config = fastConfig();
  let workspace: Workspace;
  let redis: RedisServer | null = null;

  beforeAll(async () => {
    workspace = emptyFolder();
    redis = hasRedis() ? await RedisServer.start() : null;
  });

  afterAll(async () => {
    await killPrograms();
    await workspace.close();
    await redis?.stop();
    config.remove();
  });

  const start = (round: number): Promise<Program> =>
    Program.start({
      env: {
        ...workspace.env,
        ...config.env,
        MINGBIAN_BOOTSTRAP_USER: BOOTSTRAP.username,
        MINGBIAN_BOOTSTRAP_PASSWORD: BOOTSTRAP.password,
        // Both backends take turns, on the same workspace.
        ...(redis !== null && round % 2 === 1 && { REDIS_URL: redis.url }),
      },
    });

  it(
    'lose no step, execute none twice, and catch up within 5 s',
    async () => {
      let program = await start(0);
      const admin = await signInAsBootstrap(program.url);
      await hire(program.url, admin, {
        username: 'watch',
        roles: ['monitor', 'officer', 'leader'],
      });
      for (let round = 1; round <= ROUNDS; round += 1) {
        const watch = await signIn(program.url, 'watch', passwordOf('watch'));
        await reportSome(watch, INCIDENTS_A_ROUND);
        // Some more are on their way when it happens: their answers may never come.
        const underway = reportSome(watch, INCIDENTS_A_ROUND).catch(() => undefined);
        await delay(random.whole(0, 1_500));
        const survived = await strike(random.one(FAULTS), program);
        await underway;
        if (!survived) program = await start(round);
        await caughtUp();
      }
      await until('every ladder has come to its end', async () => (await unfinished()) === 0, {
        withinMs: 60_000,
      });
      await program.stop();
    },
    60_000 + ROUNDS * A_ROUND_MS,
  );

  it('leave each step in one row and one timeline entry, in its order', async () => {
    await withOwner(async (owner) => {
      const torn = await owner.select(
        `SELECT e.id FROM escalations e
         CROSS JOIN LATERAL (SELECT count(*) AS n, coalesce(max(ordinal), 0) AS last FROM escalation_steps WHERE escalation_id = e.id) s
         CROSS JOIN LATERAL (SELECT count(*) AS n FROM timeline
           WHERE subject_id = e.subject_id AND type = 'ladder-step' AND data->>'escalationId' = e.id::text) t
         WHERE s.n <> e.steps_taken OR s.last <> e.steps_taken OR t.n <> e.steps_taken`,
      );
      expect(torn).toEqual([]);
      expect(await owner.number('SELECT count(*) FROM escalation_steps')).toBeGreaterThan(ROUNDS);
    });
  });

  it('leave each missed deadline on the timeline once', async () => {
    await withOwner(async (owner) => {
      const torn = await owner.select(
        `SELECT d.id FROM deadlines d CROSS JOIN LATERAL (SELECT count(*) AS n FROM timeline
           WHERE subject_id = d.subject_id AND type = 'deadline-breached' AND data->>'deadlineId' = d.id::text) t
         WHERE t.n <> (d.breached_at IS NOT NULL)::int`,
      );
      expect(torn).toEqual([]);
    });
  });

  it('leave no gap in the numbers, and no half-written incident', async () => {
    await withOwner(async (owner) => {
      const rows = await owner.select('SELECT number, version FROM incidents ORDER BY number');
      expect(rows.map(({ number }) => Number(String(number).slice(-6)))).toEqual(
        rows.map((_, index) => index + 1),
      );
      const halves = await owner.number(
        `SELECT count(*) FROM subjects s FULL JOIN incidents i ON i.id = s.id
         WHERE s.id IS NULL OR i.id IS NULL OR i.version <> s.version OR i.state <> s.state`,
      );
      expect(halves).toBe(0);
    });
  });

  it('leave a record that verifies', async () => {
    const program = await start(0);
    const admin = await signInAsBootstrap(program.url);
    expect(await admin.post('/audit/verify')).toMatchObject({ ok: true });
    await program.stop();
  }, 60_000);

  /** True when the program itself lives on. */
  async function strike(fault: (typeof FAULTS)[number], program: Program): Promise<boolean> {
    switch (fault) {
      case 'program':
        await program.kill();
        return false;
      case 'postmaster':
        killPostmaster();
        return true;
      case 'both':
        killPostmaster();
        await program.kill();
        return false;
      case 'flush':
        await redis?.flush();
        return true;
    }
  }

  function killPostmaster(): void {
    const server = postgresIn(workspace.dataDir);
    if (server !== null) process.kill(server.pid, 'SIGKILL');
  }

  /** Nothing that is due waits any longer. */
  async function caughtUp(): Promise<void> {
    await until('the database answers', async () => (await overdue()) !== null, {
      withinMs: 15_000,
    });
    await until('what came due has fired', async () => (await overdue()) === 0, {
      withinMs: CAUGHT_UP_WITHIN_MS,
    });
  }

  const overdue = (): Promise<number | null> =>
    count(`SELECT (SELECT count(*) FROM deadlines WHERE fire_at < now() - interval '300 milliseconds')
      + (SELECT count(*) FROM escalations WHERE fire_at < now() - interval '300 milliseconds')`);

  const unfinished = (): Promise<number | null> =>
    count("SELECT count(*) FROM escalations WHERE state = 'active'");

  /** Null while the database is away. */
  const count = (text: string): Promise<number | null> =>
    withOwner((owner) => owner.number(text)).catch(() => null);

  async function withOwner<T>(work: (owner: Owner) => Promise<T>): Promise<T> {
    const running = postgresIn(workspace.dataDir);
    const program = running === null ? await start(0) : null;
    const owner = await Owner.of(embeddedUrl(workspace.dataDir));
    try {
      return await work(owner);
    } finally {
      await owner.close();
      await program?.stop();
    }
  }
});

async function reportSome(watch: Person, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const { id, version } = (await watch.post('/incidents', aRumour())) as IncidentPage;
    await watch.post(`/incidents/${id}/commands/report`, {
      expectedVersion: version,
      severity: 'III',
    });
  }
}
