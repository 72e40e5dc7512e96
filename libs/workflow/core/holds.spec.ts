import { describe, expect, test } from '@jest/globals';
import type { Check } from './condition.js';
import { holds } from './holds.js';
import type { Scene } from './scene.js';
import { aLetter, tinyDefinition, user } from '../testing/tiny.js';

const parts = [
  { id: '1-1', title: 'a', status: 'new' },
  { id: '1-2', title: '', status: 'old' },
];
const scene: Scene = {
  definition: tinyDefinition(),
  subject: aLetter({ facts: { ownerId: 'w1', sentAt: 100, parts, readers: ['r1'] } }),
  actor: user('w1', ['writer'], 'unit-1'),
  params: { note: ' hi ', blank: '  ', count: 3, yes: false },
  now: 200,
};

const cases: [Check, boolean][] = [
  [{ present: 'params.note' }, true],
  [{ present: 'params.blank' }, false],
  [{ present: 'params.nothing' }, false],
  [{ present: 'params.yes' }, true],
  [{ present: 'facts.parts' }, true],
  [{ present: 'facts.stateBefore' }, false],
  [{ equals: ['actor.id', 'facts.ownerId'] }, true],
  [{ equals: ['actor.unitId', 'unit-1'] }, true],
  [{ equals: ['subject.id', 'letter-1'] }, true],
  [{ equals: ['facts.urgency', 'low'] }, true],
  [{ equals: ['facts.stateBefore', null] }, true],
  [{ equals: [{ literal: 'state' }, 'state'] }, false],
  [{ differs: ['state', 'draft'] }, false],
  [{ oneOf: { value: 'state', in: ['out', 'draft'] } }, true],
  [{ oneOf: { value: 'params.count', in: ['3'] } }, false],
  [{ atLeast: { value: 'params.count', min: 3 } }, true],
  [{ atLeast: { value: 'params.note', min: 3 } }, false],
  [{ atLeast: { value: 'facts.readers', min: 1 } }, true],
  [{ atLeast: { value: 'params.nothing', min: 0 } }, false],
  [{ after: ['now', 'facts.sentAt'] }, true],
  [{ after: ['facts.sentAt', 'facts.sentAt'] }, false],
  [{ after: ['now', 'params.nothing'] }, false],
  [{ every: { list: 'facts.parts', field: 'status', in: ['new', 'old'] } }, true],
  [{ every: { list: 'facts.parts', field: 'status', in: ['new'] } }, false],
  [{ every: { list: 'facts.parts', field: 'title' } }, false],
  [{ every: { list: 'facts.parts', where: { status: 'new' }, field: 'title' } }, true],
  [{ every: { list: 'params.nothing', field: 'title' } }, true],
  [{ contains: { list: 'facts.parts', id: '1-2' } }, true],
  [{ contains: { list: 'facts.parts', id: '1-2', with: { status: 'new' } } }, false],
  [{ contains: { list: 'facts.parts', id: 'params.nothing' } }, false],
  [{ any: [{ present: 'params.nothing' }, { present: 'params.note' }] }, true],
  [{ all: [{ present: 'params.nothing' }, { present: 'params.note' }] }, false],
  [{ not: { present: 'params.nothing' } }, true],
];

describe('a condition', () => {
  test.each(cases.map(([check, expected]) => [JSON.stringify(check), check, expected] as const))(
    '%s',
    (_, check, expected) => {
      expect(holds(check, scene)).toBe(expected);
    },
  );
});
