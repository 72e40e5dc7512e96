import { beforeEach, describe, expect, test } from '@jest/globals';
import { allowedCommands } from './allowed.js';
import {
  analyst,
  codes,
  HOUR,
  incidentDefinition,
  leader,
  Life,
  officer,
} from '../testing/incident.js';
import { user } from '../testing/tiny.js';
import type { Actor } from './types.js';

const definition = incidentDefinition();
const water = user('water-1', ['handler'], 'water');
const press = user('press-1', ['reviewer'], 'press');
const health = user('health-1', ['leader'], 'health');
let life: Life;

beforeEach(() => {
  life = new Life(definition);
  life.do(officer, 'report', { severity: 'III' });
});

const consult = (over = {}) =>
  life.do(analyst, 'consult', {
    unitIds: ['water', 'press'],
    question: '能否当日公布检测数据？',
    dueAt: life.now + 9 * HOUR,
    ...over,
  });

const mayAnswer = (actor: Actor): boolean =>
  allowedCommands(definition, life.subject, actor, life.now).some(
    ({ command }) => command === 'give-view',
  );

describe('a consultation', () => {
  test('asks units, takes one view from each, and is over when all have answered', () => {
    expect(consult().messages).toEqual([
      { topic: 'consultation.asked', to: ['units:water', 'units:press'] },
    ]);
    expect(life.live).toContain('consultation');
    expect([water, press, health].map(mayAnswer)).toEqual([true, true, false]);

    expect(life.do(water, 'give-view', { text: '可以' }).messages).toEqual([]);
    expect([water, press].map(mayAnswer)).toEqual([false, true]);
    expect(life.live).toContain('consultation');

    expect(life.do(press, 'give-view', { text: '同意' }).messages).toEqual([
      { topic: 'consultation.complete', to: ['user:analyst-1'] },
    ]);
    expect(life.live).not.toContain('consultation');
    expect(life.subject.facts['views']).toMatchObject([
      { text: '可以', unitId: 'water', givenBy: 'water-1' },
      { text: '同意', unitId: 'press', givenBy: 'press-1' },
    ]);
    life.do(analyst, 'close-consultation', { summary: '当日公布' });
    expect(life.subject.facts).toMatchObject({
      consulting: false,
      consultationSummary: '当日公布',
    });
  });

  test('comes one at a time', () => {
    consult();
    const again = { unitIds: ['health'], question: '？', dueAt: life.now + 9 * HOUR };
    expect(codes(life.refused(leader, 'consult', again))).toEqual(['consult.already']);
    life.do(leader, 'close-consultation');
    expect(mayAnswer(water)).toBe(false);
    expect(life.live).not.toContain('consultation');
    life.do(leader, 'consult', again);
    expect([water, health].map(mayAnswer)).toEqual([false, true]);
  });

  test('asks somebody, something, and by a time that lies ahead', () => {
    const nothing = { unitIds: [], question: ' ', dueAt: 1 };
    expect(codes(life.refused(analyst, 'consult', nothing)).sort()).toEqual([
      'consult.due-past',
      'param.required',
      'param.required',
    ]);
    expect(codes(life.refused(analyst, 'close-consultation'))).toEqual(['close-consultation.none']);
  });

  test('is answered in words, and by nobody who was not asked', () => {
    consult();
    expect(codes(life.refused(water, 'give-view', { text: '\u200b' }))).toEqual(['param.required']);
    for (const other of [health, user('w2', ['monitor'], 'water'), user('w3', ['handler'])])
      expect(life.refused(other, 'give-view', { text: '意见' }).kind).toBe('not-permitted');
  });

  test('does not outlive a dismissal', () => {
    consult();
    life.do(officer, 'dismiss', { reason: '重复' });
    life.do(leader, 'reopen', { reason: '又出现' });
    expect(mayAnswer(water)).toBe(false);
    consult();
    expect(mayAnswer(water)).toBe(true);
  });
});
