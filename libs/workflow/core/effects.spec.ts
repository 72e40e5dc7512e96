import { expect, test } from '@jest/globals';
import { changedFacts, messagesFor, targetState } from './effects.js';
import type { Scene } from './scene.js';
import { aLetter, tinyDefinition, writer } from '../testing/tiny.js';

const old = { id: '2-1', title: 'a', status: 'new' };
const scene: Scene = {
  definition: tinyDefinition(),
  subject: aLetter({ facts: { urgency: 'low', stateBefore: 'out', parts: [old] } }),
  actor: writer,
  params: {
    note: 'hi',
    parts: [{ title: 'b' }, { title: 'c' }],
    partId: '2-1',
    unitIds: ['u1', 'u2'],
  },
  now: 7,
};

test('facts are set from references and constants; what stays the same is left out', () => {
  const set = { urgency: 'low', ownerId: 'actor.id', sentAt: 'now', stateBefore: null };
  expect(changedFacts(set, scene)).toEqual({ ownerId: 'w1', sentAt: 7, stateBefore: null });
});

test('a constant that reads like a reference is written as a literal', () => {
  expect(changedFacts({ stateBefore: { literal: 'state' } }, scene)).toEqual({
    stateBefore: 'state',
  });
});

test('the first of several values that is there is taken', () => {
  const set = { ownerId: { firstPresent: ['params.none', 'actor.id'] } };
  expect(changedFacts(set, scene)).toEqual({ ownerId: 'w1' });
});

test('appended rows are complete, and named after the version that brought them', () => {
  const set = { parts: { append: 'params.parts', with: { status: 'params.note' } } };
  expect(changedFacts(set, scene)).toEqual({
    parts: [old, { id: '4-1', title: 'b', status: 'hi' }, { id: '4-2', title: 'c', status: 'hi' }],
  });
});

test('a row keeps the id that it came with, unless another row has it', () => {
  const rows = ['p-1', 'p-1', '2-1'].map((id) => ({ id, title: 'b' }));
  const given = { ...scene, params: { parts: rows } };
  expect(changedFacts({ parts: { append: 'params.parts' } }, given)['parts']).toMatchObject([
    { id: '2-1' },
    { id: 'p-1' },
    { id: '4-2' },
    { id: '4-3' },
  ]);
});

test('an added row has what is set, is complete, and is named after its version', () => {
  const set = { parts: { add: { status: 'params.note' } } };
  expect(changedFacts(set, scene)).toEqual({
    parts: [old, { id: '4-1', title: null, status: 'hi' }],
  });
});

test('one id is taken out of those that are there; one that is not there changes nothing', () => {
  const asked = { ...scene, subject: aLetter({ facts: { readers: ['w1', 'r2'] } }) };
  expect(changedFacts({ readers: { without: 'actor.id' } }, asked)).toEqual({ readers: ['r2'] });
  expect(changedFacts({ readers: { without: 'params.partId' } }, asked)).toEqual({});
});

test('several, set to nothing, are none', () => {
  const asked = { ...scene, subject: aLetter({ facts: { readers: ['w1'], parts: [old] } }) };
  expect(changedFacts({ readers: null, parts: null }, asked)).toEqual({ readers: [], parts: [] });
});

test('a patch changes the row with this id, and no other', () => {
  const patch = (id: string) => ({ parts: { patch: { id, with: { status: 'params.note' } } } });
  expect(changedFacts(patch('params.partId'), scene)).toEqual({
    parts: [{ ...old, status: 'hi' }],
  });
  expect(changedFacts(patch('9-9'), scene)).toEqual({});
});

test('a state taken from a fact is one of those allowed', () => {
  expect(targetState(undefined, scene)).toBe('draft');
  expect(targetState('done', scene)).toBe('done');
  expect(targetState({ fact: 'stateBefore', among: ['draft', 'out'] }, scene)).toBe('out');
  expect(targetState({ fact: 'stateBefore', among: ['draft'] }, scene)).toBeNull();
});

test('a message to a person who is not named reaches nobody, and is not sent', () => {
  const rules = [
    { topic: 'a', to: ['user:facts.ownerId'] },
    { topic: 'b', to: ['user:facts.ownerId', 'unit:lead'] },
    { topic: 'c', to: ['user:params.partId'] },
    { topic: 'd', to: ['units:params.unitIds', 'units:facts.unitId'] },
  ];
  expect(messagesFor(rules, scene)).toEqual([
    { topic: 'b', to: ['unit:lead'] },
    { topic: 'c', to: ['user:2-1'] },
    { topic: 'd', to: ['units:u1', 'units:u2'] },
  ]);
});
