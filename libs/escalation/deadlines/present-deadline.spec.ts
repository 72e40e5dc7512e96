import { describe, expect, it } from '@jest/globals';
import { clocksSchema } from '../core/index.js';
import type { DeadlineRow } from './deadline-row.js';
import { presentDeadline } from './present-deadline.js';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const at = (minutes: number): number => NINE + minutes * MINUTE;

const { clocks } = clocksSchema.parse({
  clocks: {
    judge: {
      subject: 'incident',
      title: { zh: '研判', en: 'Judge' },
      starts: ['reported'],
      stops: ['judged'],
      due: { III: 'PT1H' },
      legal: true,
      basis: 'house rule',
    },
    response: {
      subject: 'incident',
      starts: ['reported'],
      stops: ['published', 'dismissed'],
      meets: ['published'],
      due: { III: 'PT1H' },
    },
  },
});
const policies = { findClock: (name: string) => clocks[name] ?? null };

/** Started at nine, warns after 48 minutes, due at ten. */
const RUNNING: DeadlineRow = {
  id: '01930000-0000-7000-8000-000000000001',
  subjectType: 'incident',
  subjectId: '01930000-0000-7000-8000-000000000002',
  clock: 'judge',
  grade: 'III',
  state: 'running',
  startedAt: NINE,
  dueAt: at(60),
  dueSetAt: at(0),
  warnAt: at(48),
  warnedAt: null,
  breachedAt: null,
  pausedAt: null,
  pausedMs: 0,
  pausedWorkMs: 0,
  resumeBy: null,
  stoppedAt: null,
  stoppedBy: null,
};

const show = (row: Partial<DeadlineRow>, minutes: number) => {
  const { state, remainingMs } = presentDeadline({ ...RUNNING, ...row }, policies, at(minutes));
  return [state, remainingMs === null ? null : remainingMs / MINUTE];
};

describe('a deadline on the screen', () => {
  it.each([
    ['is met by what meets it', 'published', 59, 'met'],
    ['is lifted by what only ends it', 'dismissed', 59, 'lifted'],
    ['is missed when it was late before', 'dismissed', 61, 'missed'],
  ])('%s', (_, stoppedBy, minutes, shown) => {
    const row = { clock: 'response', state: 'stopped', stoppedAt: at(minutes), stoppedBy } as const;
    expect(show(row, 90)).toEqual([shown, null]);
  });

  it.each([
    ['runs, with the time that is left', {}, 10, ['running', 50]],
    ['has warned', { warnedAt: at(48) }, 50, ['warned', 10]],
    ['is late from its due instant on, before the sweep has come by', {}, 60, ['late', 0]],
    ['is late by so much', { breachedAt: at(60) }, 75, ['late', -15]],
  ])('%s', (_, row, minutes, shown) => {
    expect(show(row, minutes)).toEqual(shown);
  });

  it('stands still while paused, with what will remain, however long that lasts', () => {
    const paused = { state: 'paused', pausedAt: at(20), resumeBy: at(500) } as const;
    expect(show(paused, 300)).toEqual(['paused', 40]);
    const view = presentDeadline({ ...RUNNING, ...paused }, policies, at(300));
    expect(view).toMatchObject({
      pausedAt: '2026-03-02T09:20:00.000Z',
      resumeBy: '2026-03-02T17:20:00.000Z',
    });
  });

  it('is dormant while nothing is due at its severity', () => {
    expect(show({ state: 'dormant', dueAt: null, warnAt: null }, 10)).toEqual(['dormant', null]);
  });

  it.each([
    ['met when it was stopped in time', { stoppedAt: at(59) }, 'met'],
    ['missed when it was stopped at the due instant', { stoppedAt: at(60) }, 'missed'],
    ['missed when it was breached', { stoppedAt: at(90), breachedAt: at(60) }, 'missed'],
    ['met when it was stopped during a pause', { stoppedAt: at(90), pausedAt: at(30) }, 'met'],
    ['simply stopped when nothing was due', { stoppedAt: at(9), dueAt: null }, 'stopped'],
  ])('is %s', (_, row, state) => {
    expect(show({ state: 'stopped', stoppedBy: 'judged', ...row }, 600)).toEqual([state, null]);
  });

  it('carries its name, its basis and whether the law set it', () => {
    expect(presentDeadline(RUNNING, policies, NINE)).toMatchObject({
      title: { zh: '研判', en: 'Judge' },
      legal: true,
      basis: 'house rule',
      startedAt: '2026-03-02T09:00:00.000Z',
      dueAt: '2026-03-02T10:00:00.000Z',
      warnAt: '2026-03-02T09:48:00.000Z',
    });
  });

  it('goes by its bare name when its clock is no longer configured', () => {
    const view = presentDeadline({ ...RUNNING, clock: 'gone' }, policies, NINE);
    expect(view).toMatchObject({ title: { zh: 'gone', en: 'gone' }, legal: false, basis: null });
  });
});
