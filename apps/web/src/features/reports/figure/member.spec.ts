import { describe, expect, it } from '@jest/globals';
import { membersOf } from './member';

describe('the members in the key of a figure', () => {
  it('are none for a figure that stands alone', () => {
    for (const key of ['logged', 'escalations.started', 'medianMinutes.close'])
      expect(membersOf(key)).toEqual([]);
  });

  it('are one, or two where two are crossed', () => {
    expect(membersOf('onTime.first-response')).toEqual([{ of: 'clock', value: 'first-response' }]);
    expect(membersOf('categoryPlace.water|城东')).toEqual([
      { of: 'category', value: 'water' },
      { of: 'place', value: '城东' },
    ]);
  });
});
