import { describe, expect, it } from '@jest/globals';
import { aLayer, aSchedule } from '../testing/a-plan.js';
import type { Layer, ScheduleRules } from './schedule.js';
import { scheduleProblems } from './schedule-problems.js';

const known = new Set(['甲', '乙']);

const problems = (rules: ScheduleRules): string[] =>
  scheduleProblems(rules, known).map(({ path, code }) => `${path}: ${code}`);

const withLayer = (change: Partial<Layer>, zone?: string): ScheduleRules =>
  aSchedule({ officer: [aLayer('甲 乙'), aLayer('甲 乙', change)] }, zone);

describe('a schedule', () => {
  it('without mistakes has no problems; somebody may take two turns', () => {
    expect(problems(withLayer({ participants: ['甲', '甲', '乙'] }))).toEqual([]);
  });

  it.each<[string, Partial<Layer>, string]>([
    ['nobody', { participants: [] }, 'participants: no-people'],
    ['somebody unknown', { participants: ['甲', '丙'] }, 'participants.1: unknown-person'],
    ['a crowd', { participants: Array<string>(101).fill('甲') }, 'participants: too-many-people'],
    ['no name', { name: ' ' }, 'name: name-empty'],
    ['a long name', { name: '长'.repeat(101) }, 'name: name-too-long'],
    ['a shift of no length', { shift: 'PT0H' }, 'shift: shift-too-short'],
    ['an unreadable shift', { shift: '8 hours' }, 'shift: shift-unreadable'],
    ['an endless shift', { shift: 'P63D' }, 'shift: shift-too-long'],
    ['an hour that is none', { handoffAt: '24:00' }, 'handoffAt: handoff-unreadable'],
    ['30 February', { startsOn: '2026-02-30' }, 'startsOn: impossible-date'],
    ['a year being typed', { startsOn: '0026-02-01' }, 'startsOn: impossible-date'],
    ['a last day that is none', { endsOn: '2026-13-01' }, 'endsOn: impossible-date'],
    ['an end before the start', { endsOn: '2025-12-31' }, 'endsOn: ends-before-start'],
    ['no day of the week', { weekdays: [] }, 'weekdays: no-weekdays'],
    ['an eighth day', { weekdays: [1, 8] }, 'weekdays.1: unknown-weekday'],
    ['half a day', { weekdays: [1.5] }, 'weekdays.0: unknown-weekday'],
    ['Monday twice', { weekdays: [1, 2, 1] }, 'weekdays.2: weekday-twice'],
  ])('with %s says so at the field', (_, change, problem) => {
    expect(problems(withLayer(change))).toEqual([`positions.0.layers.1.${problem}`]);
  });

  it('may last one day only', () => {
    expect(problems(withLayer({ startsOn: '2026-01-01', endsOn: '2026-01-01' }))).toEqual([]);
  });

  it('has no hand-off at a time that the clocks pass over that day', () => {
    const gap = { handoffAt: '00:30', startsOn: '2026-09-06' };
    expect(problems(withLayer(gap, 'America/Santiago'))).toEqual([
      'positions.0.layers.1.handoffAt: handoff-does-not-exist',
    ]);
    expect(problems(withLayer({ ...gap, startsOn: '2026-09-05' }, 'America/Santiago'))).toEqual([]);
    expect(problems(withLayer(gap))).toEqual([]);
  });

  it('has a zone, a name, and at least one position', () => {
    expect(problems({ name: '', timeZone: 'Asia/Atlantis', positions: [] })).toEqual([
      'name: name-empty',
      'timeZone: unknown-zone',
      'positions: no-positions',
    ]);
  });

  it('has each position once, with somebody in it, and not too many layers', () => {
    const rules: ScheduleRules = {
      ...aSchedule({}),
      positions: [
        { position: 'officer', layers: [aLayer('甲')] },
        { position: 'deputy', layers: [] },
        { position: 'officer', layers: Array<Layer>(21).fill(aLayer('乙')) },
      ],
    };
    expect(problems(rules)).toEqual([
      'positions.1.layers: no-people',
      'positions.2.position: position-twice',
      'positions.2.layers: too-many-layers',
    ]);
  });

  it('tells all mistakes at once, in both languages', () => {
    const found = scheduleProblems(
      withLayer({ shift: '', handoffAt: '', participants: [] }),
      known,
    );
    expect(found).toHaveLength(3);
    for (const { message } of found) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/^[^\p{Script=Han}]+$/u);
    }
  });
});
