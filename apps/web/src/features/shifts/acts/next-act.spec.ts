import { describe, expect, it } from '@jest/globals';
import { nextActOf, type ShiftStanding } from './next-act';

const TO = '2026-11-23T20:00:00+08:00';
const BEFORE = Date.parse('2026-11-23T12:00:00+08:00');
const NEARLY = Date.parse('2026-11-23T19:31:00+08:00');
const AFTER = Date.parse('2026-11-23T20:01:00+08:00');

const standing = (
  allowed: readonly string[],
  rest: Partial<ShiftStanding> = {},
): ShiftStanding => ({ shift: { allowed, to: TO }, given: null, received: null, ...rest });

describe('what my shift waits for', () => {
  it('is nothing before I may sign in', () => {
    expect(nextActOf(standing([]), BEFORE)).toBeNull();
  });

  it('is my signature in time', () => {
    expect(nextActOf(standing(['sign-in']), BEFORE)).toBe('sign-in');
  });

  it('is the answer to a spot check before all else', () => {
    const asked = standing(['sign-out', 'hand-over', 'answer'], {
      received: { allowed: ['sign'] },
    });
    expect(nextActOf(asked, AFTER)).toBe('answer');
  });

  it('is the handover of the shift before, once it waits for my signature', () => {
    const received = { allowed: ['sign'] };
    expect(nextActOf(standing(['log', 'hand-over'], { received }), BEFORE)).toBe('take-over');
    expect(
      nextActOf(standing(['log', 'hand-over'], { received: { allowed: [] } }), BEFORE),
    ).toBeNull();
  });

  it('is handing over in the last half hour, not in the middle', () => {
    expect(nextActOf(standing(['log', 'hand-over', 'sign-out']), BEFORE)).toBeNull();
    expect(nextActOf(standing(['log', 'hand-over', 'sign-out']), NEARLY)).toBe('hand-over');
  });

  it('is nothing while the other signature is missing', () => {
    const given = { state: 'waiting' } as const;
    expect(nextActOf(standing(['sign-out'], { given }), AFTER)).toBeNull();
  });

  it('is signing out after both have signed, or when nobody comes next', () => {
    const given = { state: 'done' } as const;
    expect(nextActOf(standing(['sign-out'], { given }), NEARLY)).toBe('sign-out');
    expect(nextActOf(standing(['sign-out']), NEARLY)).toBeNull();
    expect(nextActOf(standing(['sign-out']), AFTER)).toBe('sign-out');
  });
});
