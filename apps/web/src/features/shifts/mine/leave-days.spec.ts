import { expect, it } from '@jest/globals';
import { leaveOf } from './leave-days';

it('counts the last day in, up to its midnight in the organisation’s zone', () => {
  expect(leaveOf('2026-12-30', '2026-12-31')).toEqual({
    from: '2026-12-29T16:00:00.000Z',
    to: '2026-12-31T16:00:00.000Z',
  });
});

it('can be one day', () => {
  expect(leaveOf('2026-12-30', '2026-12-30')).toEqual({
    from: '2026-12-29T16:00:00.000Z',
    to: '2026-12-30T16:00:00.000Z',
  });
});

it.each([
  ['', '2026-12-30'],
  ['2026-12-30', ''],
  ['2026-12-30', '2026-12-29'],
])('is none from %j to %j', (first, last) => {
  expect(leaveOf(first, last)).toBeNull();
});
