import { expect, test } from '@jest/globals';
import { evolve, replay } from './evolve.js';
import type { WorkflowEvent } from './types.js';

const event = (to: string, set: WorkflowEvent['set']): WorkflowEvent => ({
  type: 'x',
  command: 'x',
  from: null,
  to,
  at: 1,
  actor: { kind: 'user', id: 'w1' },
  params: {},
  set,
});

test('the first event makes a subject, each further one changes it', () => {
  const born = evolve(null, event('draft', { a: 1, b: null }));
  expect(born).toEqual({ state: 'draft', version: 1, facts: { a: 1, b: null } });
  expect(evolve(born, event('out', { b: 2 }))).toEqual({
    state: 'out',
    version: 2,
    facts: { a: 1, b: 2 },
  });
});

test('no event, no subject', () => {
  expect(replay([])).toBeNull();
});
