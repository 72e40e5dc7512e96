import { describe, expect, it } from '@jest/globals';
import type { DeskItem } from '../../api/types';
import { byUrgency, callOf, newCalls } from './order';

function anItem(id: string, dueAt: string | null = null): DeskItem {
  return {
    incident: {
      id,
      number: 'YQ-2026-000001',
      title: id,
      kind: 'rumour',
      category: 'water',
      state: 'reported',
      severity: 'II',
      verdict: 'unverified',
      unit: null,
      assignee: null,
      supervisedAt: null,
      version: 1,
      detectedAt: '2026-03-02T08:00:00Z',
      deadlines: [],
      unread: 0,
    },
    escalation: null,
    deadline: dueAt
      ? {
          id: `${id}-d`,
          clock: 'judge',
          title: { zh: '研判', en: 'Judge' },
          legal: false,
          basis: null,
          warnAt: null,
          startedAt: '2026-03-02T08:00:00Z',
          dueAt,
          state: 'running',
          remainingMs: 1,
        }
      : null,
    act: 'judge',
  };
}

function climbing(item: DeskItem, step: number): DeskItem {
  const escalation = {
    id: `e-${item.incident.id}`,
    clock: 'acknowledge',
    step,
    round: 1,
    startedAt: '2026-03-02T08:00:00Z',
    nextStepAt: null,
  };
  return { ...item, escalation, act: 'acknowledge' };
}

describe('the order of the desk', () => {
  it('has escalations first, then by time left, then what has no deadline', () => {
    const items = [
      anItem('none'),
      anItem('later', '2026-03-02T12:00:00Z'),
      climbing(anItem('call', '2026-03-02T18:00:00Z'), 1),
      anItem('sooner', '2026-03-02T09:00:00Z'),
    ];
    expect(items.toSorted(byUrgency).map(({ incident }) => incident.id)).toEqual([
      'call',
      'sooner',
      'later',
      'none',
    ]);
  });
});

describe('what calls anew', () => {
  it('is a matter that was not there, and the next step of a ladder', () => {
    const known = new Set([callOf(anItem('a')), callOf(climbing(anItem('b'), 1))]);
    const now = [anItem('a'), climbing(anItem('b'), 2), anItem('c')];
    expect(newCalls(known, now).map(({ incident }) => incident.id)).toEqual(['b', 'c']);
  });

  it('is another act on the same matter', () => {
    const known = new Set([callOf(anItem('a'))]);
    expect(newCalls(known, [{ ...anItem('a'), act: 'concur' }])).toHaveLength(1);
    expect(newCalls(known, [anItem('a', '2026-03-02T09:00:00Z')])).toHaveLength(0);
  });
});
