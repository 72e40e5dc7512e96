import { expect, it } from '@jest/globals';
import { hourAt } from './hours';

const HOUR = 3_600_000;
const WEEK = { from: 0, to: 168 * HOUR };

it.each([
  [0, 0],
  [8.4 / 168, 8],
  [8.6 / 168, 9],
  [1.2, 168],
  [-0.1, 0],
])('%d of a week is the hour %d', (share, hour) => {
  expect(hourAt(share, WEEK)).toBe(hour * HOUR);
});
