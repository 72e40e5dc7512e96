import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { involvedIn } from './involved.js';

describe('whose an incident is', () => {
  it('is nobody’s at first', () => {
    expect(involvedIn({ unitId: null, assigneeId: null, actions: [] })).toEqual({
      units: [],
      people: [],
    });
  });

  it('is of the responsible unit, of those with an action and of those that are consulted', () => {
    const actions = [
      { unitId: 'transport', ownerId: 'wang' },
      { unitId: 'water', ownerId: null },
    ];
    const facts = { unitId: 'water', assigneeId: 'li', actions, consultedUnits: ['education'] };
    expect(involvedIn(facts)).toEqual({
      units: ['education', 'transport', 'water'],
      people: ['li', 'wang'],
    });
  });

  it('has an answer for whatever stands in the facts, and only ids that stand there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), fc.anything()), (facts) => {
        const { units, people } = involvedIn(facts);
        const text = JSON.stringify(facts, (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        for (const id of [...units, ...people]) expect(text).toContain(JSON.stringify(id));
      }),
    );
  });
});

const NAMES = ['unitId', 'assigneeId', 'actions', 'consultedUnits'] as const;
