import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Worker } from 'bullmq';
import { z } from 'zod';
import {
  Logger,
  MessageWork,
  Queues,
  Relay,
  SystemClock,
  addToOutbox,
  defineJob,
  jobOf,
  openQueueConnection,
  sql,
  startWorker,
} from '#platform';
import type { JobHandlers, Tx } from '#platform';
import { openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import { hasRedis, startRedis } from './testing/own-redis.js';

const greet = defineJob('greet', z.object({ name: z.string() }));
const clock = new SystemClock();

const backends = [
  { backend: 'postgres', runs: describe },
  { backend: 'redis', runs: hasRedis() ? describe : describe.skip },
] as const;

for (const { backend, runs } of backends) {
  runs(`messages on ${backend}`, () => {
    let test: TestDatabase;
    let queues: Queues;
    let relay: Relay;
    let worker: Worker | null = null;
    let stopRedis = (): void => undefined;
    const greeted: string[] = [];
    let failures = 0;

    const handlers: Pick<JobHandlers, 'run'> = {
      run: async (_name, payload, { tx }: { tx: Tx }) => {
        const { name } = greet.schema.parse(payload);
        await sql(tx, 'SELECT 1');
        if (name === 'stumbling' && failures++ === 0) throw new Error('once');
        greeted.push(name);
      },
    };

    beforeAll(async () => {
      test = await openTestDatabase();
      let redisUrl: string | null = null;
      if (backend === 'redis') {
        const redis = await startRedis();
        redisUrl = redis.url;
        stopRedis = redis.stop;
      }
      const link = openQueueConnection({ databaseUrl: test.url, redisUrl });
      queues = new Queues(link, () => undefined);
      relay = new Relay(test.database, queues, clock);
      const work = new MessageWork(
        test.database,
        handlers as JobHandlers,
        clock,
        new Logger('silent'),
      );
      worker = startWorker(link, 'messages', (job) => work.run(job.id ?? ''), new Logger('silent'));
    });

    afterAll(async () => {
      await worker?.close();
      await queues.close();
      await queues.link.close();
      await test.close();
      stopRedis();
    });

    const send = (name: string): Promise<void> =>
      test.database.transaction((tx) => addToOutbox(tx, [jobOf(greet, { name })], clock.now()));

    const waiting = async (): Promise<number> => {
      const [row] = await sql<{ n: number }>(
        test.database.reader,
        'SELECT count(*)::int AS n FROM outbox WHERE done_at IS NULL',
      );
      return row?.n ?? 0;
    };

    it('arrive once their transaction has committed, and never when it has not', async () => {
      await send('committed');
      await test.database
        .transaction(async (tx) => {
          await addToOutbox(tx, [jobOf(greet, { name: 'rolled back' })], clock.now());
          throw new Error('no');
        })
        .catch(() => undefined);
      await relay.run();
      await until(async () => (await waiting()) === 0);
      expect(greeted).toContain('committed');
      expect(greeted).not.toContain('rolled back');
    });

    it('take effect once, however often the queue delivers them', async () => {
      await send('twice');
      await relay.run();
      const [row] = await sql<{ id: string }>(
        test.database.reader,
        'SELECT id FROM outbox ORDER BY created_at DESC LIMIT 1',
      );
      await until(async () => (await waiting()) === 0);
      await queues.add('messages', [{ id: row?.id ?? '', name: 'greet' }]);
      await send('after');
      await relay.run();
      await until(() => Promise.resolve(greeted.includes('after')));
      expect(greeted.filter((name) => name === 'twice')).toHaveLength(1);
    });

    it('are given to the queue again when it has lost them', async () => {
      await worker?.pause();
      await send('lost and found');
      await relay.run();
      await queues.obliterate();
      await worker?.resume();
      const later = { now: () => clock.now() + 31_000, date: () => new Date(clock.now() + 31_000) };
      await new Relay(test.database, queues, later).run();
      await until(async () => (await waiting()) === 0);
      expect(greeted.filter((name) => name === 'lost and found')).toHaveLength(1);
    });

    it('that fail say why, and are done at the next try', async () => {
      await send('stumbling');
      await relay.run();
      await until(async () => (await lastError()) !== null);
      // As long as the queue has not let go of the job, it takes no second one of that id.
      await until(async () =>
        (await queues.counts()).every(({ active, waiting }) => active + waiting === 0),
      );
      const later = { now: () => clock.now() + 31_000, date: () => new Date(clock.now() + 31_000) };
      await until(async () => {
        await new Relay(test.database, queues, later).run();
        return (await waiting()) === 0;
      });
      expect(greeted.filter((name) => name === 'stumbling')).toHaveLength(1);
    });

    const lastError = async (): Promise<string | null> => {
      const rows = await sql<{ last_error: string }>(
        test.database.reader,
        'SELECT last_error FROM outbox WHERE last_error IS NOT NULL',
      );
      return rows[0]?.last_error ?? null;
    };
  });
}

/** Asks again until it holds; the test's own time limit is what ends it otherwise. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
