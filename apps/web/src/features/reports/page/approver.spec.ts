import { expect, it } from '@jest/globals';
import { approverOf } from './approver';

const liu = { id: 'liu', name: '刘' };

it.each(['approved', 'issued', 'replaced'] as const)('one that is %s has its approver', (state) => {
  expect(approverOf({ state, approvedBy: liu })).toBe(liu);
});

it.each(['draft', 'submitted', 'discarded'] as const)(
  'one that was returned and is %s has none any more',
  (state) => {
    expect(approverOf({ state, approvedBy: liu })).toBeNull();
  },
);
