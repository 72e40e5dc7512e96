import { describe, expect, it } from '@jest/globals';
import { keyOf, wantedOf } from './receiver-key';

describe('the choice of a receiver', () => {
  it.each([
    [{ unitId: 'a-b', code: null }, { receiverUnitId: 'a-b' }],
    [{ unitId: null, code: 'city-duty' }, { receiverCode: 'city-duty' }],
  ])('of %j asks for %j', (receiver, wanted) => {
    expect(wantedOf(keyOf(receiver))).toEqual(wanted);
  });

  it('of nobody asks for nobody', () => {
    expect(wantedOf('')).toEqual({});
  });
});
