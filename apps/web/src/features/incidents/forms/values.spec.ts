import { describe, expect, it } from '@jest/globals';
import type { FormField } from '../../../api/incident-types';
import { faultsIn, pathsOf } from './check';
import { blankValues, bodyOf, rowsIn, textIn, type Row } from './values';

const field = (
  name: string,
  type: FormField['type'],
  more: Partial<FormField> = {},
): FormField => ({
  name,
  type,
  label: name,
  required: false,
  ...more,
});
const row = (key: string, cells: Row['cells']): Row => ({ key, cells });

const ACTIONS = field('actions', 'list', {
  required: true,
  min: 1,
  item: [field('title', 'text', { required: true }), field('dueAt', 'time', { required: true })],
});

describe('what a form sends', () => {
  it('leaves out what is empty, and sends numbers and times as such', () => {
    const fields = [
      field('reason', 'text'),
      field('note', 'text'),
      field('until', 'time'),
      field('n', 'number'),
    ];
    expect(
      bodyOf(fields, { reason: '  too far ', note: ' ', until: '2026-03-02T09:00', n: '3' }),
    ).toEqual({
      reason: 'too far',
      until: '2026-03-02T01:00:00.000Z',
      n: 3,
    });
  });

  it('nests dotted names', () => {
    const fields = [field('likelihood.spread', 'number'), field('likelihood.timing', 'number')];
    expect(bodyOf(fields, { 'likelihood.spread': '4', 'likelihood.timing': '2' })).toEqual({
      likelihood: { spread: 4, timing: 2 },
    });
  });

  it('sends rows without their screen keys, and drops those in which nothing was typed', () => {
    const values = {
      actions: [row('a', { title: 'Ask the water works', dueAt: '' }), row('b', { title: ' ' })],
    };
    expect(bodyOf([ACTIONS], values)).toEqual({ actions: [{ title: 'Ask the water works' }] });
    expect(bodyOf([ACTIONS], { actions: [] })).toEqual({});
  });

  it('makes the choice where there is only one', () => {
    const clock = field('clock', 'clock', { required: true, values: ['dispose'] });
    expect(blankValues([clock, field('reason', 'text')])).toEqual({ clock: 'dispose', reason: '' });
  });

  it('does not trust a draft of another shape', () => {
    expect(textIn({ reason: [] }, 'reason')).toBe('');
    expect(rowsIn({ actions: 'text' }, 'actions')).toEqual([]);
  });
});

describe('what a form can say by itself', () => {
  it('names every missing field, also in rows', () => {
    const fields = [field('reason', 'text', { required: true }), ACTIONS];
    expect(
      faultsIn(fields, { reason: ' ', actions: [row('a', { title: 'x', dueAt: '' })] }),
    ).toEqual({
      reason: { kind: 'missing' },
      'actions.0.dueAt': { kind: 'missing' },
    });
  });

  it('asks for at least one row', () => {
    expect(faultsIn([ACTIONS], { actions: [row('a', { title: '' })] })).toEqual({
      actions: { kind: 'tooFew', min: 1 },
    });
  });

  it('refuses what is no time and no number in range', () => {
    const fields = [field('until', 'time'), field('n', 'number', { integer: true, max: 5 })];
    expect(faultsIn(fields, { until: 'soon', n: '6' })).toEqual({
      until: { kind: 'notTime' },
      n: { kind: 'notNumber' },
    });
  });

  it('knows a place for each message about a row', () => {
    expect(pathsOf([ACTIONS])).toEqual(expect.arrayContaining(['actions', 'actions.49.dueAt']));
  });
});
