import { describe, expect, it } from '@jest/globals';
import { filterOf, idIn, withFilter } from './filters';

const ID = '0190a7e2-1111-7222-8333-444455556666';

describe('what the audit is asked for', () => {
  it.each([
    [ID, ID],
    [` ${ID.toUpperCase()} `, ID],
    [`https://mingbian.example/incidents/${ID}?from=desk`, ID],
    ['2026-0042', null],
    ['', null],
  ])('finds the id in %j', (text, id) => {
    expect(idIn(text)).toBe(id);
  });

  it('reads times in the organisation’s zone', () => {
    const search = new URLSearchParams({ from: '2026-03-02T08:00', to: 'soon', actor: ID });
    expect(filterOf(search)).toEqual({ from: '2026-03-02T00:00:00.000Z', actor: ID });
  });

  it('forgets a filter that was emptied', () => {
    const search = new URLSearchParams({ actor: ID, subject: ID });
    expect(withFilter(search, 'actor', '').toString()).toBe(`subject=${ID}`);
  });
});
