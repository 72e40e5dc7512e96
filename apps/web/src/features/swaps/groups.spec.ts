import { describe, expect, it } from '@jest/globals';
import type { Swap } from '../../api/swaps';
import { groupSwaps } from './groups';

const wang = { id: 'wang', name: '王俊' };
const zhou = { id: 'zhou', name: '周倩' };

function aSwap(id: string, rest: Partial<Swap> = {}): Swap {
  return {
    id,
    scheduleId: 's',
    position: 'officer',
    from: '2026-12-01T00:00:00Z',
    to: '2026-12-01T12:00:00Z',
    inReturn: null,
    state: 'offered',
    offeredBy: wang,
    offeredTo: null,
    takenBy: null,
    needsApproval: true,
    note: null,
    version: 1,
    allowed: [],
    createdAt: '2026-11-23T00:00:00Z',
    ...rest,
  };
}

const idsOf = (swaps: readonly Swap[]) => swaps.map(({ id }) => id);

describe('the swaps of a person', () => {
  it('are shown where they are looked for', () => {
    const groups = groupSwaps(
      [
        aSwap('take', { allowed: ['accept'] }),
        aSwap('own', { offeredBy: zhou, allowed: ['withdraw'] }),
        aSwap('taken', { state: 'taken', takenBy: zhou, allowed: ['release'] }),
        aSwap('confirm', { state: 'taken', allowed: ['approve', 'decline'] }),
        aSwap('strange'),
        aSwap('done', { state: 'confirmed', offeredBy: zhou }),
      ],
      'zhou',
    );
    expect(idsOf(groups.forMe)).toEqual(['take']);
    expect(idsOf(groups.mine)).toEqual(['own', 'taken']);
    expect(idsOf(groups.confirm)).toEqual(['confirm']);
    expect(idsOf(groups.others)).toEqual(['strange']);
    expect(idsOf(groups.over)).toEqual(['done']);
  });

  it('begin with the shift that comes first, and end with what was settled longest ago', () => {
    const late = { from: '2026-12-09T00:00:00Z' };
    const groups = groupSwaps(
      [
        aSwap('b', { ...late, allowed: ['accept'] }),
        aSwap('a', { allowed: ['accept'] }),
        aSwap('old', { state: 'declined' }),
        aSwap('new', { ...late, state: 'declined' }),
      ],
      'zhou',
    );
    expect(idsOf(groups.forMe)).toEqual(['a', 'b']);
    expect(idsOf(groups.over)).toEqual(['new', 'old']);
  });
});
