import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { organisationProblems, organisationSchema } from './organisation.js';

const county = {
  name: { zh: '清源县', en: 'Qingyuan County' },
  timeZone: 'Asia/Shanghai',
  units: [
    { code: 'cyberspace', name: '网信办' },
    { code: 'water', name: '水务局' },
    { code: 'waterworks', name: '自来水厂', parent: 'water' },
  ],
  dutyOffice: 'cyberspace',
};

const problemsOf = (change: object): string[] =>
  organisationProblems(organisationSchema.parse({ ...county, ...change })).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('an organisation', () => {
  it('without mistakes has no problems, and no days of its own unless it names them', () => {
    expect(problemsOf({})).toEqual([]);
    expect(organisationSchema.parse(county).calendar).toEqual({ holidays: [], workdays: [] });
  });

  it('is shipped without mistakes', () => {
    const shipped: unknown = parse(readFileSync('config/organisation.yaml', 'utf8'));
    expect(organisationProblems(organisationSchema.parse(shipped))).toEqual([]);
  });

  it('names every mistake at its place', () => {
    const mistakes = {
      units: [
        { code: 'a', name: '甲' },
        { code: 'a', name: '乙' },
        { code: 'b', name: '丙', parent: 'nobody' },
      ],
      calendar: { holidays: ['2026-03-03'], workdays: ['2026-03-03'] },
    };
    expect(problemsOf(mistakes)).toEqual([
      'units.1.code: a stands here twice',
      'units.2.parent: no unit has the code nobody',
      'dutyOffice: no unit has the code cyberspace',
      'calendar.workdays.0: 2026-03-03 is also a holiday',
    ]);
  });

  it('finds units that belong to each other', () => {
    const circle = [
      { code: 'cyberspace', name: '网信办' },
      { code: 'a', name: '甲', parent: 'b' },
      { code: 'b', name: '乙', parent: 'a' },
    ];
    expect(problemsOf({ units: circle })).toEqual([
      'units.1.parent: a belongs to itself',
      'units.2.parent: b belongs to itself',
    ]);
  });

  it.each([
    ['a zone that does not exist', { timeZone: 'Asia/Qingyuan' }],
    ['a date that does not exist', { calendar: { holidays: ['2026-02-30'] } }],
    ['a date with a time', { calendar: { holidays: ['2026-02-03T00:00'] } }],
    ['a misspelt key', { timezone: 'Asia/Shanghai' }],
    ['a unit without a name', { units: [{ code: 'water' }] }],
  ])('with %s is refused', (_, change) => {
    expect(organisationSchema.safeParse({ ...county, ...change }).success).toBe(false);
  });
});
