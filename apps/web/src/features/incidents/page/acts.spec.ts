import { describe, expect, it } from '@jest/globals';
import type { Allowed } from '../../../api/incident-types';
import type { IncidentState } from '../../../api/types';
import { arrangeActs } from './acts';

const may = (command: string, ...needs: string[]): Allowed => ({
  command,
  label: command,
  needs: needs.map((code) => ({ code, message: code })),
  fields: [],
});

function arranged(state: IncidentState, ...allowed: Allowed[]) {
  const { primary, forward, more, blocked } = arrangeActs({ state, allowed });
  const names = (acts: readonly Allowed[]) => acts.map(({ command }) => command);
  return {
    primary: primary?.command,
    forward: names(forward),
    more: names(more),
    blocked: names(blocked),
  };
}

describe('the acts of the page', () => {
  it('puts the pressing act first, and what can wait behind it', () => {
    expect(
      arranged('reported', may('regrade'), may('judge'), may('acknowledge'), may('assign')),
    ).toEqual({
      primary: 'acknowledge',
      forward: ['judge'],
      more: ['regrade', 'assign'],
      blocked: [],
    });
  });

  it('leaves to its own place what has one', () => {
    expect(arranged('reported', may('note'), may('assign')).more).toEqual(['assign']);
  });

  it('offers nothing that would be refused, and says what is missing for the next step', () => {
    expect(
      arranged(
        'disposing',
        may('complete-disposal', 'complete-disposal.actions-open'),
        may('set-verdict'),
      ),
    ).toEqual({
      primary: 'set-verdict',
      forward: [],
      more: [],
      blocked: ['complete-disposal'],
    });
  });

  it('does not mention what has no object', () => {
    expect(
      arranged(
        'reported',
        may('concur', 'concur.nothing-proposed'),
        may('acknowledge', 'acknowledge.already'),
      ),
    ).toEqual({
      primary: undefined,
      forward: [],
      more: [],
      blocked: [],
    });
  });

  it('leaves acts on single actions to the plan, and choices among nothing out', () => {
    const pause: Allowed = {
      ...may('pause-clock'),
      fields: [{ name: 'clock', type: 'clock', label: '', required: true, values: [] }],
    };
    expect(arranged('disposing', may('complete-action'), may('attach'), pause).more).toEqual([]);
  });
});
