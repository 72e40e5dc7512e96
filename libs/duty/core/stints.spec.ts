import { describe, expect, it } from '@jest/globals';
import { aLayer, on } from '../testing/a-plan.js';
import { stintsOf } from './stints.js';
import { zoneClock } from './zone-clock.js';

const clock = zoneClock('Asia/Shanghai');
const noHoliday = (): boolean => false;

describe('a stint', () => {
  it('is told from its beginning, even if the window shows only its last hours', () => {
    const layer = aLayer('甲 乙', { shift: 'P7D', startsOn: '2026-11-02' });
    expect(stintsOf(layer, on('2026-11-15 20:00', '2026-11-15 21:00'), clock, noHoliday)).toEqual([
      { userId: '乙', ...on('2026-11-09 08:00', '2026-11-16 08:00') },
    ]);
    const drifting = { ...layer, shift: 'P3DT12H' };
    expect(
      stintsOf(drifting, on('2026-11-08 20:00', '2026-11-08 21:00'), clock, noHoliday),
    ).toEqual([{ userId: '乙', ...on('2026-11-05 20:00', '2026-11-09 08:00') }]);
  });

  it('ends where its turn has days that the layer does not cover', () => {
    const layer = aLayer('甲 乙', {
      shift: 'P7D',
      startsOn: '2026-11-04',
      weekdays: [1, 2, 3, 4, 5],
    });
    expect(stintsOf(layer, on('2026-11-05 00:00', '2026-11-14 08:00'), clock, noHoliday)).toEqual([
      { userId: '甲', ...on('2026-11-04 08:00', '2026-11-07 08:00') },
      { userId: '甲', ...on('2026-11-09 08:00', '2026-11-11 08:00') },
      { userId: '乙', ...on('2026-11-11 08:00', '2026-11-14 08:00') },
    ]);
  });
});
