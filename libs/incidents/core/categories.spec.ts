import { describe, expect, it } from '@jest/globals';
import { categoriesSchema, categoryProblems } from './categories.js';

const water = { code: 'water', zh: '供水排水', en: 'Water', ownerUnit: 'water' };

describe('categories', () => {
  it('belong to units that exist, and have codes of their own', () => {
    const file = categoriesSchema.parse({ categories: [water, { ...water, ownerUnit: 'sea' }] });
    expect(categoryProblems(file, new Set(['water']))).toEqual([
      { path: ['categories', 1, 'code'], message: 'water stands here twice' },
      { path: ['categories', 1, 'ownerUnit'], message: 'no unit has the code sea' },
    ]);
  });

  it('are refused when a name is missing or a key is not known', () => {
    expect(categoriesSchema.safeParse({ categories: [{ ...water, en: '' }] }).success).toBe(false);
    expect(categoriesSchema.safeParse({ categories: [{ ...water, owner: 'water' }] }).success).toBe(
      false,
    );
    expect(categoriesSchema.safeParse({ categories: [] }).success).toBe(false);
  });
});
