import { expect, it } from '@jest/globals';
import { clockIn } from './clock-in.js';

it.each([
  ['a deadline that was missed', { clock: 'judge' }, 'judge'],
  ['a clock that was paused', { command: 'pause-clock', params: { clock: 'judge' } }, 'judge'],
  ['another command', { command: 'note', params: { text: 'judge' } }, null],
  ['a command without parameters', { params: null }, null],
  ['something else', {}, null],
])('the clock of %s', (_, data, clock) => {
  expect(clockIn(data)).toBe(clock);
});
