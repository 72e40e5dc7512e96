import { expect, it } from '@jest/globals';
import { partsOf } from './keep';

it.each([
  ['P90D', [{ unit: 'days', count: 90 }]],
  [
    'P2Y6M',
    [
      { unit: 'years', count: 2 },
      { unit: 'months', count: 6 },
    ],
  ],
  ['P12W', [{ unit: 'weeks', count: 12 }]],
])('%s in words', (keep, parts) => {
  expect(partsOf(keep)).toEqual(parts);
});
