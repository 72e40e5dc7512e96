import { describe, expect, it } from '@jest/globals';
import { periodNamed, periodOf, windowOf } from './period';

const TODAY = '2026-11-18';

it.each([
  ['month', '2026-11-01', '2026-11-30'],
  ['last', '2026-10-01', '2026-10-31'],
  ['quarter', '2026-10-01', '2026-12-31'],
  ['year', '2026-01-01', '2026-12-31'],
] as const)('%s runs from %s to %s', (name, from, to) => {
  expect(periodNamed(name, TODAY)).toEqual({ from, to });
});

describe('the period of an address', () => {
  it('is this month when it says nothing, or ends before it begins', () => {
    const month = { from: '2026-11-01', to: '2026-11-30' };
    expect(periodOf(new URLSearchParams(), TODAY)).toEqual(month);
    expect(periodOf(new URLSearchParams('from=2026-02-01&to=2026-01-01'), TODAY)).toEqual(month);
  });

  it('holds both of its days', () => {
    const period = periodOf(new URLSearchParams('from=2026-02-01&to=2026-02-01'), TODAY);
    expect(windowOf(period, 'Asia/Shanghai')).toEqual({
      from: '2026-01-31T16:00:00.000Z',
      to: '2026-02-01T16:00:00.000Z',
    });
  });
});
