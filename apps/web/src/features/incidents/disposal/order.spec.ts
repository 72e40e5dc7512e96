import { describe, expect, it } from '@jest/globals';
import type { Action } from '../../../api/incident-types';
import { inOrder, progressOf } from './order';

const action = (id: string, given: Partial<Action> = {}): Action => ({
  id,
  title: id,
  kind: null,
  basis: null,
  unit: null,
  owner: null,
  dueAt: '2026-03-02T09:00:00.000Z',
  status: 'open',
  result: null,
  closedBy: null,
  closedAt: null,
  evidence: [],
  mine: false,
  acts: [],
  ...given,
});

describe('the actions of a plan', () => {
  it('begin with what waits for the reader, the next due first', () => {
    const plan = [
      action('done', { status: 'done', mine: true }),
      action('others late', { dueAt: '2026-03-01T09:00:00.000Z' }),
      action('mine later', { mine: true, dueAt: '2026-03-03T09:00:00.000Z' }),
      action('mine', { mine: true }),
      action('waived', { status: 'waived' }),
    ];
    expect(inOrder(plan).map(({ id }) => id)).toEqual([
      'mine',
      'mine later',
      'others late',
      'done',
      'waived',
    ]);
  });

  it('are counted: settled, and overdue', () => {
    const now = Date.parse('2026-03-02T10:00:00.000Z');
    const plan = [
      action('late'),
      action('soon', { dueAt: '2026-03-02T11:00:00.000Z' }),
      action('done late', { status: 'done' }),
      action('returned', { status: 'returned' }),
    ];
    expect(progressOf(plan, now)).toEqual({ count: 4, settled: 2, late: 1 });
    expect(progressOf([], now)).toEqual({ count: 0, settled: 0, late: 0 });
  });
});
