import { describe, expect, it } from '@jest/globals';
import { shownDays, stepped, viewOf, windowOf, withView } from './view';

const TODAY = '2026-11-18';

describe('the address of the rota', () => {
  it('shows this month when it says nothing, or nonsense', () => {
    const usual = { name: 'month', date: TODAY };
    expect(viewOf(new URLSearchParams(), TODAY)).toEqual(usual);
    expect(viewOf(new URLSearchParams('view=year&date=2026-02-30'), TODAY)).toEqual(usual);
  });

  it('keeps the schedule when the view changes, and leaves the usual out', () => {
    const search = new URLSearchParams('schedule=a&view=week');
    expect(withView(search, { name: 'month', date: TODAY }).toString()).toBe(
      'schedule=a&date=2026-11-18',
    );
    expect(withView(search, { date: TODAY }).get('view')).toBe('week');
  });
});

describe('the days that are shown', () => {
  it.each([
    ['2026-11-18', '2026-10-26', 42],
    ['2026-06-01', '2026-06-01', 35],
    ['2027-02-14', '2027-02-01', 28],
  ])('a month around %s begins on Monday %s and has %d days', (date, first, count) => {
    expect(shownDays({ name: 'month', date })).toEqual({ first, count });
  });

  it('go from week to week and from month to month', () => {
    expect(shownDays({ name: 'week', date: TODAY })).toEqual({ first: '2026-11-16', count: 7 });
    expect(stepped({ name: 'week', date: TODAY }, 1)).toBe('2026-11-23');
    expect(stepped({ name: 'month', date: '2026-12-31' }, 1)).toBe('2027-01-01');
    expect(stepped({ name: 'month', date: '2026-01-31' }, -1)).toBe('2025-12-01');
  });

  it('ask for one day more than they show', () => {
    expect(windowOf({ first: '2026-11-16', count: 7 }, 'Asia/Shanghai')).toEqual({
      from: '2026-11-15T16:00:00.000Z',
      to: '2026-11-23T16:00:00.000Z',
    });
  });
});
