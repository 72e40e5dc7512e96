import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import type { DeadlineRow } from './deadline-row.js';
import { saveDeadlines } from './deadline.repository.js';
import { listDeadlines } from './list-deadlines.js';
import type { DeadlineSearch } from './list-deadlines.js';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const TEN = NINE + 60 * MINUTE;

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const aDeadline = (row: Partial<DeadlineRow>): DeadlineRow => ({
  id: newId(),
  subjectType: 'incident',
  subjectId: newId(),
  clock: 'judge',
  grade: 'III',
  state: 'running',
  startedAt: NINE,
  dueAt: TEN,
  dueSetAt: NINE,
  warnAt: null,
  warnedAt: null,
  breachedAt: null,
  pausedAt: null,
  pausedMs: 0,
  pausedWorkMs: 0,
  resumeBy: null,
  stoppedAt: null,
  stoppedBy: null,
  ...row,
});

const save = (rows: readonly DeadlineRow[]): Promise<void> =>
  test.database.transaction((tx) => saveDeadlines(tx, rows));

const search = (given: Partial<DeadlineSearch>): Promise<DeadlineRow[]> =>
  listDeadlines(test.database.reader, {
    state: undefined,
    clock: undefined,
    except: [],
    dueBefore: undefined,
    subjectId: undefined,
    after: null,
    limit: 50,
    now: TEN,
    sight: () => 'true',
    ...given,
  });

const idsOf = (rows: readonly DeadlineRow[]): string[] => rows.map(({ id }) => id);

describe('the list of deadlines', () => {
  it('pages through those due at one instant, each once, also while others come in', async () => {
    const clock = 'paged';
    const rows = Array.from({ length: 7 }, (_, index) =>
      aDeadline({ clock, dueAt: TEN + Math.floor(index / 3) * MINUTE }),
    );
    await save(rows);
    const seen: string[] = [];
    let after: DeadlineSearch['after'] = null;
    for (;;) {
      const found = await search({ clock, after, limit: 2 });
      seen.push(...idsOf(found.slice(0, 2)));
      const last = found[1];
      if (found.length < 3 || last === undefined) break;
      after = { at: new Date(last.dueAt ?? 0), id: last.id };
      // Due before everything that was seen: it belongs to a page that is past.
      await save([aDeadline({ clock, dueAt: NINE })]);
    }
    expect(seen).toEqual(idsOf(rows));
  });

  it('tells running, late, paused and stopped apart, and leaves out what has no due time', async () => {
    const clock = 'sorted';
    const running = aDeadline({ clock, dueAt: TEN + MINUTE });
    const late = aDeadline({ clock, dueAt: TEN });
    const paused = aDeadline({ clock, state: 'paused', pausedAt: NINE });
    const stopped = aDeadline({ clock, state: 'stopped', stoppedAt: NINE, stoppedBy: 'judged' });
    const dormant = aDeadline({ clock, state: 'dormant', dueAt: null });
    await save([running, late, paused, stopped, dormant]);
    const ids = async (state?: DeadlineSearch['state']) =>
      new Set(idsOf(await search({ clock, state })));
    expect(await ids()).toEqual(new Set([running.id, late.id, paused.id]));
    expect(await ids('running')).toEqual(new Set([running.id, late.id]));
    expect(await ids('late')).toEqual(new Set([late.id]));
    expect(await ids('paused')).toEqual(new Set([paused.id]));
    expect(await ids('stopped')).toEqual(new Set([stopped.id]));
  });

  it('narrows to one subject, and to what is due before a time', async () => {
    const clock = 'narrow';
    const subjectId = newId();
    const soon = aDeadline({ clock, subjectId, dueAt: NINE });
    await save([soon, aDeadline({ clock, dueAt: TEN })]);
    expect(idsOf(await search({ clock, subjectId }))).toEqual([soon.id]);
    expect(idsOf(await search({ clock, dueBefore: new Date(TEN) }))).toEqual([soon.id]);
  });
});
