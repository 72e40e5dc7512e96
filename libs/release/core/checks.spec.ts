import { describe, expect, it } from '@jest/globals';
import { CHECKS, asTicked, isCheck } from './checks.js';

describe('the five checks', () => {
  it('are read from a list, as fields that are ticked', () => {
    expect(asTicked(['legal', 'wording'])).toEqual({ legal: true, wording: true });
  });

  it('of other shapes are left to the rules', () => {
    expect(asTicked('all')).toBe('all');
    expect(asTicked(undefined)).toBeUndefined();
    expect(asTicked(['taste'])).toEqual({ taste: true });
  });

  it('are five, and nothing else is one', () => {
    expect(CHECKS.filter(isCheck)).toHaveLength(5);
    expect(isCheck('taste')).toBe(false);
  });
});
