import { describe, expect, it } from '@jest/globals';
import type { TimelineItem } from '../../../api/incident-types';
import type { IncidentState } from '../../../api/types';
import { stagesOf } from './stages';

/** "detected>reported" is a step; the hour is its place in the list. */
function way(...steps: readonly string[]): TimelineItem[] {
  return steps.map((step, index) => {
    const [type = '', from = '', to = ''] = step.split(/[ >]/);
    return {
      seq: index + 1,
      at: `2026-03-02T0${String(index)}:00:00Z`,
      actor: { kind: 'user', id: null, name: null },
      type,
      data: { from, to },
      prevHash: '',
      hash: '',
    };
  });
}

const told = (state: IncidentState) =>
  ({ state, decision: null, detectedAt: '2026-03-02T00:00:00Z' }) as const;
const short = (state: IncidentState, items: TimelineItem[]) =>
  stagesOf(told(state), items).map((stage) =>
    [stage.state, stage.is, stage.at?.slice(11, 13) ?? '-'].join(' '),
  );

const LOGGED = ['detected >detected', 'reported detected>reported'];

describe('the stage bar', () => {
  it('shows what was, what is, and what still comes', () => {
    expect(
      short('judged', way(...LOGGED, 'noted reported>reported', 'judged reported>judged')),
    ).toEqual([
      'detected past 00',
      'reported past 01',
      'judged now 03',
      'disposing ahead -',
      'disposed ahead -',
      'archived ahead -',
    ]);
  });

  it('takes back what a return takes back', () => {
    const items = way(...LOGGED, 'judged reported>judged', 'judgement-returned judged>reported');
    expect(short('reported', items).slice(0, 3)).toEqual([
      'detected past 00',
      'reported now 03',
      'judged ahead -',
    ]);
  });

  it('shows an observation instead of a disposal', () => {
    const items = way(...LOGGED, 'observing reported>observing');
    expect(short('observing', items)).toEqual([
      'detected past 00',
      'reported past 01',
      'observing now 02',
      'archived ahead -',
    ]);
  });

  it('ends where an incident was merged, and goes on after the unmerge as if it had not been', () => {
    const items = way(...LOGGED, 'merged reported>merged');
    expect(short('merged', items).at(-1)).toBe('merged now 02');
    const again = way(...LOGGED, 'merged reported>merged', 'unmerged merged>reported');
    expect(short('reported', again).slice(0, 2)).toEqual(['detected past 00', 'reported now 01']);
  });

  it('knows the beginning and the state before the timeline has come', () => {
    expect(short('disposing', [])).toEqual([
      'detected past 00',
      'disposing now -',
      'disposed ahead -',
      'archived ahead -',
    ]);
  });
});
