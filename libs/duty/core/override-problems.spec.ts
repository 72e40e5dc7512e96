import { describe, expect, it } from '@jest/globals';
import { anOverride, at } from '../testing/a-plan.js';
import { overrideProblems } from './override-problems.js';
import type { Override } from './schedule.js';

const now = at('2026-11-02 12:00');
const existing = [anOverride('丁', '2026-11-05 08:00', '2026-11-06 08:00')];

const problems = (override: Override, at = now): string[] =>
  overrideProblems(override, existing, at).map(({ path, code }) => `${path}: ${code}`);

describe('an override', () => {
  it('of time to come is fine, and may touch another', () => {
    expect(problems(anOverride('戊', '2026-11-04 08:00', '2026-11-05 08:00'))).toEqual([]);
    expect(problems(anOverride('戊', '2026-11-06 08:00', '2026-11-07 08:00'))).toEqual([]);
  });

  it('may begin now, which is a moment ago when it arrives', () => {
    const override = anOverride('戊', '2026-11-02 12:00', '2026-11-02 18:00');
    expect(problems(override, now + 60_000)).toEqual([]);
    expect(problems(override, now + 60_001)).toEqual(['from: in-the-past']);
  });

  it.each([
    ['2026-11-03 08:00', '2026-11-03 08:00', 'to: empty-interval'],
    ['2026-11-04 08:00', '2026-11-03 08:00', 'to: empty-interval'],
    ['2026-11-01 08:00', '2026-11-03 08:00', 'from: in-the-past'],
    ['2026-11-10 08:00', '2027-01-11 08:01', 'to: too-long'],
    ['2026-11-05 20:00', '2026-11-06 20:00', 'from: overlaps'],
    ['2026-11-04 20:00', '2026-11-07 20:00', 'from: overlaps'],
  ])('from %s to %s is refused: %s', (from, to, problem) => {
    expect(problems(anOverride('戊', from, to))).toEqual([problem]);
  });

  it('that cannot be read is refused', () => {
    const override = anOverride('戊', '2026-11-03 08:00', '2026-11-04 08:00');
    expect(problems({ ...override, to: NaN })).toEqual(['to: empty-interval']);
  });

  it('does not stand in the way of itself, nor of other positions', () => {
    const [own] = existing;
    expect(problems({ ...own!, to: at('2026-11-07 08:00') })).toEqual([]);
    const other = anOverride('戊', '2026-11-05 08:00', '2026-11-06 08:00', { position: 'leader' });
    expect(problems(other)).toEqual([]);
  });
});
