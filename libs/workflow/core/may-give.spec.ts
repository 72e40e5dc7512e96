import { expect, test } from '@jest/globals';
import type { Who } from './declaration.js';
import { mayGive } from './may-give.js';
import type { Actor } from './types.js';
import { aLetter, editor, system, tinyDefinition, user, writer } from '../testing/tiny.js';

const place = {
  definition: tinyDefinition(),
  subject: aLetter({ facts: { unitId: 'unit-1', readers: ['r1'], asked: ['unit-3', 'unit-4'] } }),
};
const nobody: Actor = { ...writer, id: null };
const ofTheUnit: Who = { role: 'editor', unit: 'facts.unitId' };
const ofThoseAsked: Who = { role: 'editor', unitIn: 'facts.asked' };

test.each<[string, Who, Actor, boolean]>([
  ['a role', 'writer', writer, true],
  ['another role', 'editor', writer, false],
  ['a user without an id', 'writer', nobody, false],
  ['the program', 'system', system, true],
  ['the program in a role of people', 'writer', system, false],
  ['a user whose role is named like the program', 'system', user('x', ['system']), false],
  ['a role in the unit', ofTheUnit, editor, true],
  ['a role in another unit', ofTheUnit, user('e2', ['editor'], 'unit-2'), false],
  ['a role in no unit', ofTheUnit, user('e2', ['editor']), false],
  ['another role in the unit', ofTheUnit, user('w2', ['writer'], 'unit-1'), false],
  ['a role in a unit that is listed', ofThoseAsked, user('e4', ['editor'], 'unit-4'), true],
  ['a role in a unit that is not listed', ofThoseAsked, editor, false],
  ['a role in no unit, where units are listed', ofThoseAsked, user('e4', ['editor']), false],
  ['another role in a unit that is listed', ofThoseAsked, user('w4', ['writer'], 'unit-4'), false],
  [
    'a role in the unit that is not among those listed',
    { ...ofTheUnit, unitIn: 'facts.asked' },
    editor,
    false,
  ],
  ['a role in this state', { role: 'writer', in: ['draft'] }, writer, true],
  ['a role in another state', { role: 'writer', in: ['out'] }, writer, false],
  ['somebody listed', { listed: 'facts.readers' }, user('r1', []), true],
  ['somebody not listed', { listed: 'facts.readers' }, user('r2', []), false],
])('%s', (_, who, actor, expected) => {
  expect(mayGive([who], actor, place)).toBe(expected);
});

test('no unit at all is not the same unit', () => {
  const unitless = { ...place, subject: aLetter({ facts: { unitId: null } }) };
  expect(mayGive([ofTheUnit], user('e2', ['editor']), unitless)).toBe(false);
});
