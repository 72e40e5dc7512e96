import { expect, test } from '@jest/globals';
import { allowedCommands } from './allowed.js';
import { aLetter, editor, system, tinyDefinition, user, writer } from '../testing/tiny.js';
import { analyst, incidentDefinition } from '../testing/incident.js';

const definition = tinyDefinition();
const names = (actor: typeof writer, state = 'draft'): string[] =>
  allowedCommands(definition, aLetter({ state }), actor, 1).map(({ command }) => command);

test('a person is offered what fits the state and the role', () => {
  expect(names(writer)).toEqual(['send', 'split', 'lose']);
  expect(names(editor)).toEqual(['hold']);
  expect(names(editor, 'out')).toEqual(['send', 'answer', 'hold']);
  expect(names(user('x', []))).toEqual([]);
  expect(names(writer, 'lost')).toEqual([]);
});

test('the program is offered nothing', () => {
  expect(names(system)).toEqual([]);
});

test('what is missing whatever the form says is told beforehand', () => {
  const subject = aLetter({ facts: { ownerId: null } });
  const [send] = allowedCommands(definition, subject, writer, 1);
  expect(send).toMatchObject({ command: 'send', needs: [{ code: 'send.ownerless' }] });
});

test('a form for a clock offers the clocks that can be paused now', () => {
  const clocks = [
    { clock: 'hold', state: 'running' },
    { clock: 'answer', state: 'paused' },
    { clock: 'law', state: 'running' },
  ] as const;
  const [hold] = allowedCommands(definition, aLetter({ clocks }), editor, 1);
  expect(hold?.params).toMatchObject([
    { name: 'clock', type: 'clock', required: true, values: ['hold'] },
    { name: 'until', type: 'time' },
  ]);
});

test('a form does not ask for what the program fills in', () => {
  const incident = aLetter({ state: 'reported', facts: {} });
  const judge = allowedCommands(incidentDefinition(), incident, analyst, 1).find(
    ({ command }) => command === 'judge',
  );
  const fields = judge?.params.map(({ name }) => name);
  expect(fields).toContain('likelihood.spread');
  expect(fields).not.toContain('suggestedSeverity');
});
