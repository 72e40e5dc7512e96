import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasOpenFor, nextDueAfter, reportDueAfter } from './plan.js';

const HOUR = 3_600_000;
const open = (id: string, dueAt: number) => ({ id, dueAt, status: 'open' });
const dueAfter = (...of: Parameters<typeof nextDueAfter>) => nextDueAfter(...of)?.dueAt ?? null;

describe('what is due next of a plan', () => {
  const actions = [open('a', 30), open('b', 20), { id: 'c', dueAt: 10, status: 'done' }];

  it('is the first of what is planned when the disposal starts', () => {
    expect(dueAfter('start-disposal', { actions: [{ dueAt: 7 }, { dueAt: 5 }] }, [])).toBe(5);
  });

  it('may come with an action that is added, and is never an action that is closed', () => {
    expect(dueAfter('add-action', { dueAt: 15 }, actions)).toBe(15);
    expect(dueAfter('add-action', { dueAt: 25 }, actions)).toBe(20);
  });

  it('moves when its time is changed', () => {
    expect(dueAfter('change-action', { actionId: 'b', dueAt: 40 }, actions)).toBe(30);
    expect(dueAfter('change-action', { actionId: 'b' }, actions)).toBe(20);
  });

  it('is the one after when it is done or waived, and nothing after the last', () => {
    expect(dueAfter('complete-action', { actionId: 'b' }, actions)).toBe(30);
    expect(dueAfter('waive-action', { actionId: 'a' }, [open('a', 1)])).toBeNull();
  });

  it('says whose it is', () => {
    const actions = [{ ...open('a', 1), unitId: 'transport', ownerId: null }];
    expect(nextDueAfter('change-action', { actionId: 'a', ownerId: 'li' }, actions)).toEqual({
      dueAt: 1,
      unitId: 'transport',
      ownerId: 'li',
    });
  });

  it('is no question for a command that leaves the plan alone', () => {
    expect(nextDueAfter('note', {}, actions)).toBeUndefined();
  });

  it('is the least of what stays open, whatever is in the plan', () => {
    const plans = fc.uniqueArray(
      fc.record({
        id: fc.string(),
        dueAt: fc.nat(),
        status: fc.constantFrom('open', 'done', 'waived', 'returned'),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(plans, fc.nat(7), (plan, index) => {
        const actionId = plan[index]?.id;
        const left = plan.filter(({ id, status }) => status === 'open' && id !== actionId);
        const expected = left.length === 0 ? null : Math.min(...left.map(({ dueAt }) => dueAt));
        expect(dueAfter('complete-action', { actionId }, plan)).toBe(expected);
      }),
    );
  });

  it('has an answer for anything that was sent', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (sent, facts) => {
        for (const name of ['start-disposal', 'add-action', 'change-action', 'complete-action'])
          nextDueAfter(name, { actions: sent, dueAt: sent, actionId: sent }, facts);
      }),
    );
  });
});

describe('when a progress report is owed', () => {
  it('is a rhythm after the leader set it, after each report, and after a new judgement', () => {
    expect(reportDueAfter('supervise', { every: 'PT4H' }, {}, 0)).toBe(4 * HOUR);
    const facts = { supervisionEvery: 'P1D' };
    expect(reportDueAfter('progress-report', {}, facts, 5)).toBe(24 * HOUR + 5);
    expect(reportDueAfter('judge', {}, facts, 5)).toBe(24 * HOUR + 5);
    expect(reportDueAfter('supervise', { every: 'P7D' }, facts, 0)).toBe(168 * HOUR);
  });

  it('is never while nobody supervises', () => {
    expect(reportDueAfter('judge', {}, { supervisionEvery: null }, 0)).toBeNull();
    expect(reportDueAfter('supervise', { every: 'PT1S' }, {}, 0)).toBeNull();
  });
});

describe('whom an action waits for', () => {
  const li = { id: 'li', unitId: 'water' };
  const facts = (row: object) => ({ unitId: 'water', actions: [{ status: 'open', ...row }] });

  it.each([
    ['its owner', { ownerId: 'li', unitId: 'transport' }, true],
    ['not who is of its unit, when somebody else owns it', { ownerId: 'wang' }, false],
    ['who is of its unit, when nobody owns it', { unitId: 'water' }, true],
    ['who is of the responsible unit, when it names none', { unitId: null }, true],
    ['nobody of another unit', { unitId: 'transport' }, false],
    ['nobody, once it is done', { status: 'done', ownerId: 'li' }, false],
  ])('%s', (_, row, expected) => {
    expect(hasOpenFor(facts(row), li)).toBe(expected);
  });
});
