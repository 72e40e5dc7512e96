import { describe, expect, it } from '@jest/globals';
import { ladderProblems, laddersSchema } from './ladder-policy.js';

const duty = {
  repeat: 2,
  ackHolds: 'PT30M',
  steps: [
    { wait: 'PT0S', notify: ['on-duty:officer', 'on-duty:deputy'] },
    { wait: 'PT5M', notify: ['role:leader'], channels: ['app'] },
  ],
};

const around = { roles: new Set(['leader']), channels: new Set(['app']) };

function issuesOf(change: object): string[] {
  const read = laddersSchema.safeParse({ ladders: { duty: { ...duty, ...change } } });
  return (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function problemsOf(change: object): string[] {
  const file = laddersSchema.parse({ ladders: { duty: { ...duty, ...change } } });
  return ladderProblems(file, around).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a ladder policy', () => {
  it('is read as milliseconds and stays plain JSON, so that an escalation can keep it as it stood', () => {
    const policy = laddersSchema.parse({ ladders: { duty } }).ladders['duty'];
    expect(policy).toEqual({
      repeat: 2,
      ackHolds: 1_800_000,
      steps: [
        { wait: 0, notify: ['on-duty:officer', 'on-duty:deputy'], channels: ['app'] },
        { wait: 300_000, notify: ['role:leader'], channels: ['app'] },
      ],
    });
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it('that leaves the rest out runs once, and its acknowledgements hold half an hour', () => {
    const { ladders } = laddersSchema.parse({ ladders: { once: { steps: duty.steps } } });
    expect(ladders['once']).toMatchObject({ repeat: 0, ackHolds: 1_800_000 });
  });

  it.each([
    [
      'a target that is nobody',
      { steps: [{ wait: 'PT0S', notify: ['boss'] }] },
      /steps\.0\.notify\.0: "boss" is nobody/,
    ],
    [
      'a step that tells nobody',
      { steps: [{ wait: 'PT0S', notify: [] }] },
      /steps\.0\.notify: a step tells somebody/,
    ],
    [
      'a negative wait',
      { steps: [{ wait: 'PT-5M', notify: ['role:leader'] }] },
      /steps\.0\.wait: .*negative/,
    ],
    [
      'a wait in work days',
      { steps: [{ wait: 'P1WD', notify: ['role:leader'] }] },
      /steps\.0\.wait: work days/,
    ],
    ['half a repetition', { repeat: 0.5 }, /duty\.repeat/],
    ['a misspelt key', { repeats: 2 }, /repeats/],
  ])('with %s is refused', (_, change, issue) => {
    expect(issuesOf(change)).toEqual([expect.stringMatching(issue)]);
  });

  it('that makes sense has no problems', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ repeat: 0, steps: [{ wait: 'PT0S', notify: ['role:leader'] }] })).toEqual(
      [],
    );
  });

  it.each([
    ['no steps', { steps: [] }, 'ladders.duty.steps: a ladder has at least one step'],
    [
      'more than a week',
      { repeat: 1, steps: [{ wait: 'P4D', notify: ['role:leader'] }] },
      'ladders.duty.steps: takes more than 7 days',
    ],
    [
      'rounds that come all at once',
      { steps: [{ wait: 'PT0S', notify: ['role:leader'] }] },
      'ladders.duty.repeat: repeats without any wait',
    ],
    [
      'an acknowledgement that holds no time',
      { ackHolds: 'PT0S' },
      'ladders.duty.ackHolds: would lapse',
    ],
    [
      'a role that does not exist',
      { steps: [{ wait: 'PT5M', notify: ['unit:all', 'role:king'] }] },
      'ladders.duty.steps.0.notify.1: no role is called king',
    ],
    [
      'a channel that does not exist',
      { steps: [{ wait: 'PT5M', notify: ['unit:all'], channels: ['pigeon'] }] },
      'ladders.duty.steps.0.channels.0: no channel is called pigeon',
    ],
  ])('with %s has a problem', (_, change, problem) => {
    expect(problemsOf(change)).toEqual([expect.stringContaining(problem)]);
  });
});
