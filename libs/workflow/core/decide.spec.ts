import { describe, expect, test } from '@jest/globals';
import { create, decide } from './decide.js';
import type { Actor, Command, Decision, Facts, Subject } from './types.js';
import { aLetter, editor, system, tinyDefinition, user, writer } from '../testing/tiny.js';

const definition = tinyDefinition();
const noon = 1_000_000;

function give(
  name: string,
  actor: Actor,
  params: Facts = {},
  over: { subject?: Partial<Subject>; expectedVersion?: number | null } = {},
): Decision {
  const subject = aLetter(over.subject);
  const expectedVersion =
    over.expectedVersion === undefined ? subject.version : over.expectedVersion;
  return decide(definition, subject, { name, actor, params, expectedVersion }, noon);
}

const reasons = (decision: Decision): string[] =>
  decision.ok ? [] : decision.reasons.map(({ code }) => code);

describe('creating', () => {
  const command: Command = {
    name: 'create',
    actor: writer,
    params: { unitId: 'unit-1' },
    expectedVersion: null,
  };

  test('begins at version 1 in the initial state, with every stored fact in the first event', () => {
    const decision = create(definition, 'letter-1', command, noon);
    expect(decision).toMatchObject({
      ok: true,
      subject: {
        id: 'letter-1',
        state: 'draft',
        version: 1,
        clocks: [{ clock: 'hold', state: 'running' }],
      },
      deadlines: [{ change: 'start', clock: 'hold' }],
    });
    expect(decision.ok && decision.events[0]).toEqual({
      type: 'drafted',
      command: 'create',
      from: null,
      to: 'draft',
      at: noon,
      actor: { kind: 'user', id: 'w1' },
      params: { unitId: 'unit-1' },
      set: {
        urgency: 'low',
        ownerId: 'w1',
        unitId: 'unit-1',
        stateBefore: null,
        sentAt: null,
        parts: [],
      },
    });
  });

  test('is refused to others, and without what it needs', () => {
    const decision = create(
      definition,
      'letter-1',
      { ...command, actor: editor, params: {} },
      noon,
    );
    expect(decision).toMatchObject({ ok: false, kind: 'not-permitted' });
    expect(reasons(decision)).toEqual(['workflow.not-permitted', 'param.required']);
  });
});

describe('an accepted command', () => {
  test('moves the state, raises the version, and names what changed', () => {
    const decision = give('send', writer, { urgency: 'high', note: 'fire' });
    expect(decision).toMatchObject({
      ok: true,
      subject: { state: 'out', version: 4, facts: { urgency: 'high', sentAt: noon } },
      events: [{ type: 'sent', from: 'draft', to: 'out', set: { urgency: 'high', sentAt: noon } }],
      messages: [{ topic: 'letter.sent', to: ['role:editor', 'user:w1'] }],
    });
  });

  test('leaves out of the event what stays as it was', () => {
    const decision = give('send', writer, { urgency: 'low' });
    expect(decision.ok && decision.events[0]?.set).toEqual({ sentAt: noon });
  });
});

describe('a refusal', () => {
  test('names everything at once', () => {
    const decision = give('answer', user('x', []), { mood: 'bad' }, { expectedVersion: 2 });
    expect(decision).toMatchObject({ ok: false, kind: 'not-permitted' });
    expect(reasons(decision)).toEqual([
      'workflow.not-permitted',
      'version.stale',
      'workflow.wrong-state',
      'param.unknown',
    ]);
  });

  test.each<[string, Decision, string]>([
    ['an unknown command', give('burn', writer), 'unknown-command'],
    ['a name of the language', give('constructor', writer), 'unknown-command'],
    ['somebody else', give('send', editor, { urgency: 'low' }), 'not-permitted'],
    ['an old version', give('send', writer, {}, { expectedVersion: 2 }), 'stale'],
    ['a missing version', give('lose', writer, {}, { expectedVersion: null }), 'refused'],
    [
      'a wrong state',
      give('send', writer, { urgency: 'low' }, { subject: { state: 'done' } }),
      'refused',
    ],
    ['an unknown state', give('lose', writer, {}, { subject: { state: 'attic' } }), 'refused'],
  ])('for %s tells the door which answer to give', (_, decision, kind) => {
    expect(decision).toMatchObject({ ok: false, kind });
  });

  test('does not ask conditions of a parameter that is wrong already', () => {
    const decision = give('send', writer, { urgency: 'mid' }, { subject: { facts: {} } });
    expect(reasons(decision)).toEqual(['param.choice', 'send.ownerless']);
  });

  test('comes when a fact names no state to go back to', () => {
    const decision = give(
      'find',
      system,
      {},
      {
        subject: { state: 'lost', facts: { stateBefore: 'done' } },
        expectedVersion: null,
      },
    );
    expect(reasons(decision)).toEqual(['workflow.no-target-state']);
  });
});

test('the program itself needs no version, and may give only what lists it', () => {
  expect(give('lose', system, {}, { expectedVersion: null }).ok).toBe(true);
  expect(give('send', system, { urgency: 'low' }, { expectedVersion: null })).toMatchObject({
    kind: 'not-permitted',
  });
});
