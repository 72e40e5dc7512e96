import { expect, test } from '@jest/globals';
import type { Check } from './condition.js';
import { holdsIn } from './holds-in.js';

const isOut: Check = { equals: ['state', 'out'] };
const isDraft: Check = { equals: ['draft', 'state'] };
const isPresent: Check = { present: 'facts.reason' };

const cases: readonly (readonly [string, Check, boolean | undefined])[] = [
  ['the state itself', isOut, true],
  ['another state', isDraft, false],
  ['not another state', { not: isDraft }, true],
  ['one that differs', { differs: ['state', 'draft'] }, true],
  ['one of several states', { oneOf: { value: 'state', in: ['draft', 'out'] } }, true],
  ['one of other states', { oneOf: { value: 'state', in: ['draft'] } }, false],
  ['a fact', isPresent, undefined],
  ['one of several values of a fact', { oneOf: { value: 'facts.x', in: ['out'] } }, undefined],
  ['a fact that equals a constant', { equals: ['facts.x', 'out'] }, undefined],
  ['the state and a fact', { all: [isOut, isPresent] }, undefined],
  ['another state and a fact', { all: [isDraft, isPresent] }, false],
  ['the state or a fact', { any: [isOut, isPresent] }, true],
  ['another state or a fact', { any: [isDraft, isPresent] }, undefined],
  ['one of two other states', { any: [isDraft, { equals: ['state', 'lost'] }] }, false],
];

test.each(cases)('in a state, a condition on %s', (_, check, known) => {
  expect(holdsIn(check, 'out')).toBe(known);
});
