import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LadderPolicy } from './ladder-policy.js';
import { acknowledge, afterLapse, afterStep, startLadder } from './ladder.js';
import type { LadderMove, NextStep } from './ladder.js';

const MINUTE = 60_000;

function aLadder(waits: readonly number[], repeat = 0): LadderPolicy {
  const steps = waits.map((wait) => ({ wait, notify: ['role:leader'], channels: ['app'] }));
  return { repeat, ackHolds: 30 * MINUTE, steps };
}

/** Every step that a ladder takes when each is taken on time and nobody acknowledges. */
function climb(policy: LadderPolicy, reaches: (taken: number) => boolean): NextStep[] {
  const taken: NextStep[] = [];
  let move: LadderMove = startLadder(policy, 0);
  while (move.state === 'climbing') {
    const { step, round, at } = move;
    taken.push({ step, round, at });
    move = afterStep(policy, { step, round }, reaches(taken.length), at);
  }
  return taken;
}

const everybody = (): boolean => true;

describe('a ladder', () => {
  it('tells the next ones after each wait, and runs again as often as it says', () => {
    const minutes = climb(aLadder([0, 5 * MINUTE, 5 * MINUTE], 1), everybody).map(
      ({ round, step, at }) => `${String(round)}.${String(step)} ${String(at / MINUTE)}`,
    );
    expect(minutes).toEqual(['1.1 0', '1.2 5', '1.3 10', '2.1 10', '2.2 15', '2.3 20']);
  });

  it('waits before its first step when that has a wait', () => {
    expect(startLadder(aLadder([MINUTE]), 7)).toEqual({
      state: 'climbing',
      step: 1,
      round: 1,
      at: MINUTE + 7,
    });
  });

  it('passes on at once from a step that reaches nobody', () => {
    const policy = aLadder([0, 5 * MINUTE, 5 * MINUTE]);
    expect(afterStep(policy, { step: 1, round: 1 }, false, 100)).toMatchObject({
      step: 2,
      at: 100,
    });
    expect(afterStep(policy, { step: 2, round: 1 }, true, 100)).toMatchObject({
      step: 3,
      at: 100 + 5 * MINUTE,
    });
  });

  it('counts the wait from when the step was really taken, so that people have it in full', () => {
    const late = 20 * MINUTE;
    expect(afterStep(aLadder([0, 5 * MINUTE]), { step: 1, round: 1 }, true, late)).toMatchObject({
      at: late + 5 * MINUTE,
    });
  });

  it('without steps is exhausted before it begins', () => {
    expect(startLadder(aLadder([]), 0)).toEqual({ state: 'exhausted' });
  });

  it('stands still for as long as an acknowledgement holds', () => {
    expect(acknowledge(aLadder([0]), 5)).toEqual({ lapsesAt: 5 + 30 * MINUTE });
  });

  it('starts again at once at the step it had reached when an acknowledgement lapses', () => {
    const policy = aLadder([0, 5 * MINUTE, 5 * MINUTE], 2);
    expect(afterLapse(policy, { step: 2, round: 2 }, 99)).toEqual({
      state: 'climbing',
      step: 2,
      round: 2,
      at: 99,
    });
    expect(afterLapse(policy, null, 99)).toEqual({ state: 'climbing', step: 1, round: 1, at: 99 });
  });

  const ladders = fc
    .tuple(fc.array(fc.nat(10 * MINUTE), { maxLength: 6 }), fc.nat(5))
    .map(([waits, repeat]) => aLadder(waits, repeat));
  const reach = fc.func(fc.boolean());

  it('takes every step of every round, in order, once', () => {
    fc.assert(
      fc.property(ladders, reach, (policy, reaches) => {
        const rounds = Array.from({ length: 1 + policy.repeat }, (_, index) => index + 1);
        const expected = rounds.flatMap((round) =>
          policy.steps.map((_, index) => ({ round, step: index + 1 })),
        );
        const taken = climb(policy, reaches).map(({ round, step }) => ({ round, step }));
        expect(taken).toEqual(expected);
      }),
    );
  });

  it('never goes back in time', () => {
    fc.assert(
      fc.property(ladders, reach, (policy, reaches) => {
        const instants = climb(policy, reaches).map(({ at }) => at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
      }),
    );
  });

  it('comes to its end after a lapse too', () => {
    fc.assert(
      fc.property(ladders, fc.nat(5), fc.nat(5), (policy, step, round) => {
        let move = afterLapse(policy, { step: step + 1, round: round + 1 }, 0);
        let steps = 0;
        for (; move.state === 'climbing'; steps += 1) move = afterStep(policy, move, true, move.at);
        expect(steps).toBeLessThanOrEqual(policy.steps.length * (1 + policy.repeat));
      }),
    );
  });
});
