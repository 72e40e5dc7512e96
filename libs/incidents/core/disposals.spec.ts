import { describe, expect, it } from '@jest/globals';
import { disposalProblems } from './disposals.js';

const plan = (kind: unknown) => ({ type: 'list', item: { title: { type: 'text' }, kind } });
const kinds = (...values: string[]) => plan({ type: 'enum', values });

describe('what can be done about a claim', () => {
  it('is some of the closed list', () => {
    const commands = {
      'start-disposal': { params: { actions: kinds('verify', 'refer') } },
      note: { params: { text: { type: 'text' } } },
    };
    expect(disposalProblems({ facts: { actions: kinds('verify', 'refer') }, commands })).toEqual(
      [],
    );
  });

  it('cannot be the deletion of a post, wherever it is written in', () => {
    const actions = kinds('verify', 'delete-post');
    const problems = disposalProblems({
      facts: { actions },
      commands: { act: { params: { actions } } },
    });
    expect(problems.map(({ path }) => path.join('.'))).toEqual([
      'facts.actions.item.kind.values.1',
      'commands.act.params.actions.item.kind.values.1',
    ]);
    expect(problems[0]?.message).toContain('nobody may delete-post');
  });

  it.each([
    ['free text', plan({ type: 'text' })],
    ['left out', { type: 'list', item: { title: { type: 'text' } } }],
  ])('cannot be %s', (_, actions) => {
    expect(disposalProblems({ facts: { actions }, commands: {} })).toHaveLength(1);
  });
});
