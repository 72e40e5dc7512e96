import { describe, expect, it } from '@jest/globals';
import { seatOf } from './seat.js';

describe('the seat in an urgent review', () => {
  const somebody = { unit: 1, publicity: 1 };

  it.each([
    ['a reviewer of the unit sits for it', { unit: true, publicity: false }, somebody, 'unit'],
    [
      'a leader of elsewhere sits for publicity',
      { unit: false, publicity: true },
      somebody,
      'publicity',
    ],
    [
      'who may do both leaves the second to others',
      { unit: true, publicity: true },
      somebody,
      'unit',
    ],
    [
      'who may do both takes the second when nobody else could',
      { unit: true, publicity: true },
      { unit: 1, publicity: 0 },
      'publicity',
    ],
  ] as const)('%s', (_, may, others, seat) => {
    expect(seatOf(may, others)).toBe(seat);
  });
});
