import { describe, expect, it } from '@jest/globals';
import { clocksSchema } from './clock-policy.js';
import { clockProblems } from './clock-problems.js';

const acknowledge = {
  subject: 'incident',
  starts: ['reported'],
  stops: ['acknowledged', 'judged', 'dismissed', 'merged'],
  due: { I: 'PT5M', II: 'PT10M', III: 'PT30M', IV: 'PT1H', unrated: 'PT15M' },
};

const around = { subjects: new Set(['incident']), ladders: new Set(['duty']) };

function issuesOf(change: object): string[] {
  const read = clocksSchema.safeParse({ clocks: { acknowledge: { ...acknowledge, ...change } } });
  return (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function problemsOf(change: object): string[] {
  const file = clocksSchema.parse({ clocks: { acknowledge: { ...acknowledge, ...change } } });
  return clockProblems(file, around).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a clock', () => {
  it('that leaves the rest out is continuous, warns the unit and the desk at 80 %, has no ladder and is not legal', () => {
    const { clocks } = clocksSchema.parse({ clocks: { acknowledge } });
    expect(clocks['acknowledge']).toEqual({
      ...acknowledge,
      continues: [],
      due: {
        I: { ms: 300_000 },
        II: { ms: 600_000 },
        III: { ms: 1_800_000 },
        IV: { ms: 3_600_000 },
        unrated: { ms: 900_000 },
      },
      calendar: 'continuous',
      warnAt: 0.8,
      tell: ['unit:handler', 'on-duty:officer'],
      legal: false,
    });
  });

  it('is dormant at the grades that it does not name', () => {
    const { clocks } = clocksSchema.parse({
      clocks: { report: { ...acknowledge, due: { II: 'P7WD', III: null } } },
    });
    expect(clocks['report']?.due).toEqual({
      I: null,
      II: { workdays: 7 },
      III: null,
      IV: null,
      unrated: null,
    });
  });

  it('may take its due time from the event that starts it', () => {
    const { clocks } = clocksSchema.parse({
      clocks: { look: { ...acknowledge, due: { from: 'until' } } },
    });
    expect(clocks['look']?.due).toEqual({ from: 'until' });
  });

  it('starts its ladder at the breach unless it says otherwise', () => {
    const { clocks } = clocksSchema.parse({
      clocks: { report: { ...acknowledge, ladder: { name: 'duty' } } },
    });
    expect(clocks['report']?.ladder).toEqual({ name: 'duty', from: 'breach' });
  });

  it.each([
    [
      'a wrong duration, at its grade',
      { due: { ...acknowledge.due, II: '10 minutes' } },
      /^clocks\.acknowledge\.due\.II: .*not a duration/,
    ],
    ['a severity that does not exist', { due: { V: 'PT5M' } }, /^clocks\.acknowledge\.due: .*V/],
    [
      'two sources of the due time',
      { due: { I: 'PT5M', from: 'until' } },
      /^clocks\.acknowledge\.due: .*not both/,
    ],
    ['a misspelt key', { warnat: 0.5 }, /warnat/],
    ['nothing that stops it', { stops: [] }, /^clocks\.acknowledge\.stops/],
    ['an unknown calendar', { calendar: 'moon' }, /^clocks\.acknowledge\.calendar/],
    [
      'a name with blanks',
      { starts: ['is reported'] },
      /^clocks\.acknowledge\.starts\.0: write a name/,
    ],
    [
      'a ladder that starts on a whim',
      { ladder: { name: 'duty', from: 'whim' } },
      /^clocks\.acknowledge\.ladder\.from/,
    ],
  ])('with %s is refused', (_, change, issue) => {
    expect(issuesOf(change)).toEqual([expect.stringMatching(issue)]);
  });

  it('that makes sense has no problems', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ due: { from: 'until' } })).toEqual([]);
    expect(problemsOf({ due: { I: 'P3D', II: 'P5D', III: 'P7WD', IV: 'P15WD' } })).toEqual([]);
    expect(problemsOf({ due: { I: 'PT1H', II: 'PT2H' } })).toEqual([]);
  });

  it.each([
    [
      'that is due at once',
      { due: { I: 'PT0S' } },
      'clocks.acknowledge.due.I: is due at the moment it starts',
    ],
    [
      'that is met by an event which does not stop it',
      { meets: ['published'] },
      'clocks.acknowledge.meets.0: “published” does not stop this clock',
    ],
    ['that is never due', { due: {} }, 'clocks.acknowledge.due: nothing is ever due'],
    [
      'that gives a higher severity longer',
      { due: { I: 'PT2H', II: 'PT1H' } },
      'clocks.acknowledge.due.I: I has PT2H and II PT1H',
    ],
    [
      'that gives a higher severity no time at all',
      { due: { IV: 'PT1H' } },
      'clocks.acknowledge.due.III: III has no due time and IV PT1H',
    ],
    [
      'whose work days may outlast elapsed days',
      { due: { I: 'P1WD', II: 'P9D' } },
      'clocks.acknowledge.due.I: I has P1WD and II P9D',
    ],
    [
      'whose elapsed days outlast work days',
      { due: { I: 'P8D', II: 'P7WD' } },
      'clocks.acknowledge.due.I: I has P8D and II P7WD',
    ],
    ['that warns at the very end', { warnAt: 1 }, 'clocks.acknowledge.warnAt: is a share'],
    ['that warns at 80', { warnAt: 80 }, 'clocks.acknowledge.warnAt: is a share'],
    [
      'on a ladder that does not exist',
      { ladder: { name: 'fire' } },
      'clocks.acknowledge.ladder.name: no ladder is called fire',
    ],
    [
      'of something that does not exist',
      { subject: 'accident' },
      'clocks.acknowledge.subject: nothing is called accident',
    ],
    [
      'that acts, and has a ladder',
      { act: 'remind', ladder: { name: 'duty' } },
      'clocks.acknowledge.act: a clock that acts has no ladder',
    ],
    [
      'that is law without saying which',
      { legal: true },
      'clocks.acknowledge.legal: a legal clock names',
    ],
  ])('%s is a problem', (_, change, problem) => {
    expect(problemsOf(change)).toContainEqual(expect.stringContaining(problem));
  });
});
