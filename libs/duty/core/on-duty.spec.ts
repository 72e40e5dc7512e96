import { describe, expect, it } from '@jest/globals';
import { aLayer, aPlan, aSchedule, on, readable } from '../testing/a-plan.js';
import { shiftsOf } from './on-duty.js';
import type { IsHoliday } from './schedule.js';

const workdaysOnly: IsHoliday = () => false;

describe('a normal week', () => {
  it('hands over at eight, in the order of the people', () => {
    const plan = aPlan(aSchedule({ officer: [aLayer('甲 乙 丙', { startsOn: '2026-11-02' })] }));
    expect(
      readable(shiftsOf(plan, on('2026-11-02 08:00', '2026-11-06 08:00'), workdaysOnly)),
    ).toEqual([
      'officer 11-02 08:00 – 11-03 08:00 甲',
      'officer 11-03 08:00 – 11-04 08:00 乙',
      'officer 11-04 08:00 – 11-05 08:00 丙',
      'officer 11-05 08:00 – 11-06 08:00 甲',
    ]);
  });
});
