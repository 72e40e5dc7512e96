import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ManualClock, Relay, addToOutbox, sql } from '#platform';
import { openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import type { NewJob } from './queues.js';

/** A queue that can be out of order, and remembers what it accepted. */
class MoodyQueue {
  works = true;
  readonly accepted: string[] = [];

  add(_queue: string, jobs: readonly NewJob[]): Promise<void> {
    if (!this.works) return Promise.reject(new Error('the queue is away'));
    this.accepted.push(...jobs.map(({ name }) => name));
    return Promise.resolve();
  }
}

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

describe('a job that the queue does not accept', () => {
  it('is offered again at once when the queue works, and does not count as tried', async () => {
    const clock = new ManualClock(Date.UTC(2026, 2, 2));
    const queue = new MoodyQueue();
    const relay = new Relay(test.database, queue, clock);
    await test.database.transaction((tx) =>
      addToOutbox(tx, [{ name: 'a message', payload: {} }], clock.now()),
    );
    queue.works = false;
    await expect(relay.run()).rejects.toThrow('the queue is away');
    const waiting = 'SELECT attempts, dispatched_at FROM outbox';
    expect(await sql(test.database.reader, waiting)).toEqual([
      { attempts: 0, dispatched_at: null },
    ]);
    queue.works = true;
    expect(await relay.run()).toBe(1);
    expect(queue.accepted).toEqual(['a message']);
    expect(await relay.run()).toBe(0);
  });
});
