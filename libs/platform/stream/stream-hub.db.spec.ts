import { setImmediate as immediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StreamHub, addToStream, endOfStream, newId } from '#platform';
import type { StreamMember, StreamedEvent, Tx } from '#platform';
import { openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';

let test: TestDatabase;
let hub: StreamHub;
let nudge: () => void;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

beforeEach(() => {
  const nudges = {
    on: (_: string, listener: () => void) => {
      nudge = listener;
      return () => true;
    },
  };
  hub = new StreamHub(test.database, nudges, (error) => {
    throw error;
  });
});
afterEach(() => hub.beforeApplicationShutdown());

/** Somebody at a screen, who can be asked to wait until they have seen something. */
class Reader implements StreamMember {
  readonly seen: string[] = [];
  cursor: string | null = null;
  ended = false;
  private waiting: (() => void)[] = [];

  constructor(
    readonly userId = newId(),
    readonly circle: readonly string[] | null = null,
  ) {}

  begin(cursor: string): void {
    this.cursor = cursor;
    this.wake();
  }
  deliver({ data, cursor }: StreamedEvent): void {
    this.seen.push(String(data['word']));
    this.cursor = cursor;
    this.wake();
  }
  end(): void {
    this.ended = true;
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private wake(): void {
    this.waiting.forEach((resolve) => resolve());
    this.waiting = [];
  }
}

const say = (tx: Tx, word: string, userId: string | null = null): Promise<void> =>
  addToStream(tx, [{ type: 'said', userId, data: { word } }], Date.UTC(2026, 2, 2));

const commit = (word: string, userId: string | null = null): Promise<void> =>
  test.database.transaction((tx) => say(tx, word, userId));

/**
 * Commits, and waits until nobody can be before it any more: transactions of other suites, in other databases of the
 * same server, hold the readers back as well (pg_snapshot_xmin counts them all).
 */
async function commitForGood(word: string): Promise<void> {
  const before = await endOfStream(test.database.reader);
  await commit(word);
  while ((await endOfStream(test.database.reader)) === before) await immediate();
}

async function joined(reader = new Reader(), after: string | null = null): Promise<Reader> {
  hub.join(reader, after);
  await reader.until(() => reader.cursor !== null);
  return reader;
}

/** A transaction that has written, and waits for the word to commit. */
async function openTransaction(word: string): Promise<() => Promise<void>> {
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let done: Promise<void> = Promise.resolve();
  await new Promise<void>((written) => {
    done = test.database.transaction(async (tx) => {
      await say(tx, word);
      written();
      await held;
    });
  });
  return () => {
    goOn();
    return done;
  };
}

describe('following the stream', () => {
  it('brings what is new, to all or to oneself, and nothing of others', async () => {
    const me = await joined();
    await commit('for others', newId());
    await commit('for me', me.userId);
    await commit('for all');
    nudge();
    await me.until(() => me.seen.includes('for all'));
    expect(me.seen).toEqual(['for me', 'for all']);
  });

  it('skips nothing when a transaction commits after a younger one', async () => {
    const me = await joined();
    const commitOlder = await openTransaction('older');
    await commit('younger');
    nudge();
    // Whoever joins now is let in by a whole round, which had its chance to overtake the older transaction.
    await joined();
    expect(me.seen).toEqual([]);
    await commitOlder();
    nudge();
    await me.until(() => me.seen.length === 2);
    expect(me.seen).toEqual(['older', 'younger']);
  });

  it('resumes after the last event that a page has seen', async () => {
    const me = await joined();
    await commit('seen');
    nudge();
    await me.until(() => me.seen.length === 1);
    await commit('missed');
    const back = await joined(new Reader(me.userId), me.cursor);
    await back.until(() => back.seen.length === 1);
    await commit('new');
    nudge();
    await back.until(() => back.seen.length === 2);
    expect(back.seen).toEqual(['missed', 'new']);
  });

  it('resumes a page that was cut off before its first event', async () => {
    const me = await joined();
    await commit('missed');
    const back = await joined(new Reader(), me.cursor);
    await back.until(() => back.seen.length === 1);
    expect(back.seen).toEqual(['missed']);
  });

  it.each(['', 'yesterday', '1-1; DROP TABLE', '99999999999999999999-9999999999999999999'])(
    'starts at the end for the made-up id %j',
    async (made) => {
      await commitForGood('old');
      const me = await joined(new Reader(), made);
      expect(me.cursor).toBe(await endOfStream(test.database.reader));
      await commit('new');
      nudge();
      await me.until(() => me.seen.includes('new'));
      expect(me.seen).toEqual(['new']);
    },
  );

  it('lets everybody go when the program stops, and nobody in afterwards', async () => {
    const me = await joined();
    await hub.beforeApplicationShutdown();
    const late = new Reader();
    hub.join(late, null);
    expect([me.ended, late.ended]).toEqual([true, true]);
  });
});
