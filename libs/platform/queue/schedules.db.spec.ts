import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Worker } from 'bullmq';
import { Logger, Queues, openQueueConnection, startWorker } from '#platform';
import { openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import { hasRedis, startRedis } from './testing/own-redis.js';

const backends = [
  { backend: 'postgres', runs: describe },
  { backend: 'redis', runs: hasRedis() ? describe : describe.skip },
] as const;

const quarterly = {
  ...{ key: 'quarterly', pattern: '30 8 3 1,4,7,10 *', timeZone: 'Asia/Shanghai' },
};
const weekly = { key: 'weekly', pattern: '30 8 * * 1', timeZone: 'Asia/Shanghai' };

/** The month, day and time at which it comes next, in Shanghai. */
const told = (at: number | undefined): string =>
  new Date((at ?? 0) + 8 * 3_600_000).toISOString().slice(5, 16);

for (const { backend, runs } of backends) {
  runs(`schedules on ${backend}`, () => {
    let test: TestDatabase;
    let queues: Queues;
    let other: Queues;
    let worker: Worker | null = null;
    let stopRedis = (): void => undefined;

    beforeAll(async () => {
      test = await openTestDatabase();
      const redis = backend === 'redis' ? await startRedis() : null;
      if (redis !== null) stopRedis = redis.stop;
      const options = { databaseUrl: test.url, redisUrl: redis?.url ?? null };
      queues = new Queues(openQueueConnection(options), () => undefined);
      other = new Queues(openQueueConnection(options), () => undefined);
    });

    afterAll(async () => {
      await worker?.close();
      for (const one of [queues, other]) {
        await one.close();
        await one.link.close();
      }
      await test.close();
      stopRedis();
    });

    const delayed = async (): Promise<number> =>
      (await queues.counts()).find(({ queue }) => queue === 'schedules')?.delayed ?? 0;

    it('are set once by however many processes, as often as they start', async () => {
      await Promise.all([
        queues.keepSchedules('schedules', [quarterly, weekly]),
        other.keepSchedules('schedules', [quarterly, weekly]),
      ]);
      await queues.keepSchedules('schedules', [quarterly, weekly]);
      const next = await queues.nextOf('schedules');
      expect([...next.keys()].sort()).toEqual(['quarterly', 'weekly']);
      expect(told(next.get('quarterly'))).toMatch(/^(01|04|07|10)-03T08:30$/);
      expect(told(next.get('weekly'))).toMatch(/T08:30$/);
      // One job waits for each, not one for each start.
      expect(await delayed()).toBe(2);
    });

    it('take a new time, and are gone when the configuration has them no more', async () => {
      await queues.keepSchedules('schedules', [{ ...weekly, pattern: '15 18 * * 5' }]);
      const next = await queues.nextOf('schedules');
      expect([...next.keys()]).toEqual(['weekly']);
      expect(told(next.get('weekly'))).toMatch(/T18:15$/);
      expect(await delayed()).toBe(1);
    });

    it('are there again after the queue has lost everything', async () => {
      await queues.obliterate();
      await queues.keepSchedules('schedules', [weekly]);
      expect([...(await queues.nextOf('schedules')).keys()]).toEqual(['weekly']);
      expect(await delayed()).toBe(1);
    });

    it('ring when their time has come', async () => {
      const rung = new Promise<string>((resolve) => {
        worker = startWorker(
          queues.link,
          'schedules',
          (job) => {
            resolve(job.name);
            return Promise.resolve();
          },
          new Logger('silent'),
        );
      });
      await queues.keepSchedules('schedules', [
        { key: 'each-second', pattern: '* * * * * *', timeZone: 'Asia/Shanghai' },
      ]);
      expect(await rung).toBe('each-second');
    });
  });
}
