import { describe, expect, it } from '@jest/globals';
import { filterOf, isNarrowed, isView, VIEWS, withFilter } from './filters';

describe('the address of a list', () => {
  it('holds every filter, and nothing that is not one', () => {
    const search = new URLSearchParams('state=open&q=%20水%20&x=1&kind=');
    expect(filterOf(search)).toEqual({ state: 'open', q: '水' });
  });

  it('loses a filter that is emptied', () => {
    expect(withFilter(new URLSearchParams('q=a&sort=detectedAt'), 'q', '').toString()).toBe(
      'sort=detectedAt',
    );
  });

  it('knows a view in any order', () => {
    expect(isView(new URLSearchParams('overdue=true&state=open'), VIEWS.late)).toBe(true);
    expect(isView(new URLSearchParams('state=open'), VIEWS.late)).toBe(false);
  });

  it('is not narrowed by its order', () => {
    expect(isNarrowed({ sort: 'detectedAt' })).toBe(false);
    expect(isNarrowed({ q: 'a' })).toBe(true);
  });
});
