import { expect, it } from '@jest/globals';
import { figure, versus } from './versus';

it.each([
  [0, { kind: 'same' }],
  [0.04, { kind: 'same' }],
  [-0.04, { kind: 'same' }],
  [1.5, { kind: 'more', by: '1.5' }],
  [-12.04, { kind: 'less', by: '12' }],
])('%d against the mean is %j', (difference, expected) => {
  expect(versus(difference)).toEqual(expected);
});

it('rounds a mean to tenths', () => {
  expect(figure(186.666)).toBe('186.7');
});
