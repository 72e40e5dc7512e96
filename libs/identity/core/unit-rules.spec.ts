import { describe, expect, it } from '@jest/globals';
import { wouldCircle } from './unit-rules.js';

describe('moving a unit', () => {
  const parents = new Map([
    ['county', null],
    ['bureau', 'county'],
    ['office', 'bureau'],
  ]);

  it.each([
    ['county', 'office', true],
    ['bureau', 'bureau', true],
    ['office', 'county', false],
    ['bureau', null, false],
    ['new', 'office', false],
  ])('%s under %s makes a circle: %s', (unit, parent, circle) => {
    expect(wouldCircle(unit, parent, parents)).toBe(circle);
  });

  it('ends even in a tree that already has a circle', () => {
    expect(
      wouldCircle(
        'c',
        'a',
        new Map([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toBe(true);
  });
});
