import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allowedCommands } from './allowed.js';
import { create, decide } from './decide.js';
import type { Actor, Command, Decision, Facts, Subject } from './types.js';
import {
  accepted,
  claimOfTheDay,
  incidentDefinition,
  incidentWorld,
  monitor,
} from '../testing/incident.js';
import { play } from '../testing/play.js';
import { scripts } from '../testing/script.js';
import { smallDefinitions } from '../testing/small-definitions.js';
import { aLetter, system, tinyDefinition, user } from '../testing/tiny.js';

describe('any sequence of commands', () => {
  test('keeps an incident sound', () => {
    const definition = incidentDefinition();
    const people = incidentWorld.roles.map((role) => user(`${role}-1`, [role], 'analyst-1'));
    const jack = user('jack', ['officer', 'analyst', 'handler', 'leader'], 'unit-2');
    const actors = [...people, jack, system];
    const command = { name: '', actor: monitor, params: claimOfTheDay, expectedVersion: null };
    const born = accepted(create(definition, 'incident-1', command, 0));
    fc.assert(
      fc.property(scripts, (script) => {
        play({ definition, actors, derived: { reached: ['admin-1'] } }, born, script);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps a subject of any small definition sound', () => {
    const actors = [system, user('a-1', ['a']), user('b-1', ['b'], 'a-1')];
    const command = { name: '', actor: system, params: {}, expectedVersion: null };
    fc.assert(
      fc.property(smallDefinitions, scripts, (definition, script) => {
        const born = accepted(create(definition, 'subject-1', command, 0));
        play({ definition, actors, derived: {} }, born, script);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any input at all', () => {
  const anything = fc.anything({
    withBigInt: true,
    withNullPrototype: true,
    withSparseArray: true,
  });
  const definition = tinyDefinition();
  const odd = fc.oneof(anything, fc.constantFrom('__proto__', 'constructor', 'send', 'out', 'w1'));

  const expectAnswer = (decision: Decision): void => {
    if (!decision.ok) expect(decision.reasons.length).toBeGreaterThan(0);
  };

  test('gets an answer, never an exception', () => {
    fc.assert(
      fc.property(odd, odd, odd, (subject, command, now) => {
        // What arrives is only said to be of its type.
        const said = [subject as Subject, command as Command, now as number] as const;
        expectAnswer(decide(definition, ...said));
        expectAnswer(create(definition, subject as string, said[1], said[2]));
        allowedCommands(definition, said[0], command as Actor, said[2]);
      }),
      { numRuns: 500 },
    );
  });

  test('so do odd parameters, facts and actors in a command of the right shape', () => {
    const names = fc.constantFrom(...definition.commands.keys());
    const bag = fc.dictionary(
      fc.oneof(fc.constantFrom('urgency', 'note', 'parts', 'clock'), fc.string()),
      odd,
    );
    fc.assert(
      fc.property(names, bag, bag, odd, (name, given, facts, id) => {
        const actor = { kind: 'user', id, roles: ['writer', 'editor'], unitId: 'unit-1' };
        const command = { name, actor, params: given, expectedVersion: 3 } as Command;
        const subject = aLetter({ facts: facts as Facts });
        expectAnswer(decide(definition, subject, command, 5));
        allowedCommands(definition, subject, actor as Actor, 5);
      }),
      { numRuns: 500 },
    );
  });
});
