import { expect, it } from '@jest/globals';
import { initialsOf } from './initials';

it.each([
  ['陈可', '陈可'],
  ['欧阳明月', '明月'],
  ['Ada Lovelace', 'AL'],
  ['officer-two', 'OT'],
  ['leader', 'LE'],
  ['  ', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
