import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  appendToTimeline,
  auditKey,
  lockHeads,
  newId,
  pageOf,
  readAuditCursor,
  searchTimeline,
} from '#platform';
import type { TimelineEntry } from '#platform';
import { openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import type { AuditFilter } from './audit.js';

const NOON = Date.UTC(2026, 2, 2, 12);

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const write = (subjectId: string, actorId: string, ...instants: readonly number[]) =>
  test.database.transaction(async (tx) => {
    const heads = await lockHeads(tx, [subjectId]);
    const entries = instants.map((at) => ({
      subjectId,
      subjectType: 'thing',
      at,
      actor: { kind: 'user', id: actorId } as const,
      type: 'noted',
      data: {},
    }));
    await appendToTimeline(tx, entries, heads);
  });

const search = (given: Partial<AuditFilter>): Promise<TimelineEntry[]> =>
  searchTimeline(test.database.reader, {
    subjectId: undefined,
    actorId: undefined,
    from: undefined,
    to: undefined,
    after: null,
    limit: 50,
    ...given,
  });

describe('the audit', () => {
  it('pages from the newest back, through many entries of one instant, each once', async () => {
    const actorId = newId();
    const subjects = [newId(), newId(), newId()].sort();
    for (const subject of subjects) await write(subject, actorId, NOON - 1, NOON, NOON, NOON);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const after = readAuditCursor(cursor ?? undefined);
      const page = pageOf(await search({ actorId, after, limit: 2 }), 2, auditKey);
      seen.push(...page.items.map(({ subjectId, seq }) => `${subjects.indexOf(subjectId)}.${seq}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const atNoon = ['0.4', '0.3', '0.2', '1.4', '1.3', '1.2', '2.4', '2.3', '2.2'];
    expect(seen).toEqual([...atNoon, '0.1', '1.1', '2.1']);
  });

  it('narrows to a subject, a person and a time', async () => {
    const [subjectId, actorId, other] = [newId(), newId(), newId()];
    await write(subjectId, actorId, NOON, NOON + 10);
    await write(newId(), actorId, NOON + 5);
    await write(subjectId, other, NOON + 20);
    const times = async (filter: Partial<AuditFilter>) =>
      (await search(filter)).map(({ at }) => at - NOON);
    expect(await times({ subjectId })).toEqual([20, 10, 0]);
    expect(await times({ actorId })).toEqual([10, 5, 0]);
    const [from, to] = [new Date(NOON + 5), new Date(NOON + 20)];
    expect(await times({ subjectId, from, to })).toEqual([10]);
  });

  it.each([
    ['not a number', ['2026-03-02T12:00:00.000Z', newId(), 'x']],
    ['no subject', ['2026-03-02T12:00:00.000Z', 'x', '1']],
    ['a number that no entry has', ['2026-03-02T12:00:00.000Z', newId(), '99999999999']],
  ])('refuses a made-up cursor: %s', (_, key) => {
    const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
    expect(() => readAuditCursor(cursor)).toThrow('Some fields are not valid.');
  });
});
