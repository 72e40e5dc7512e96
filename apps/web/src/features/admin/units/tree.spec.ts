import { describe, expect, it } from '@jest/globals';
import { parentsFor, treeOf } from './tree';

const unit = (id: string, parentId: string | null) => ({
  id,
  code: id,
  name: id,
  parentId,
  isDutyOffice: false,
});
const UNITS = [
  unit('bureau', 'county'),
  unit('county', null),
  unit('school', 'bureau'),
  unit('station', 'county'),
];

describe('the tree of units', () => {
  it('puts each unit below its parent', () => {
    expect(treeOf(UNITS).map(({ unit: { id }, depth }) => [id, depth])).toEqual([
      ['county', 0],
      ['bureau', 1],
      ['school', 2],
      ['station', 1],
    ]);
  });

  it('shows a unit whose parent is not in the list at the top', () => {
    expect(treeOf([unit('lost', 'elsewhere')])).toEqual([
      { unit: unit('lost', 'elsewhere'), depth: 0 },
    ]);
  });

  it('offers no unit a place below itself', () => {
    expect(parentsFor(UNITS, 'bureau').map(({ id }) => id)).toEqual(['county', 'station']);
    expect(parentsFor(UNITS, null)).toHaveLength(4);
  });
});
