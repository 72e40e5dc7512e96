import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AROUND_MS, isWorthALook, matchOf } from './match.js';
import type { IncidentWords, MatterWords } from './match.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-10T08:00:00+08:00');

const aClosure = (changes: Partial<MatterWords> = {}): MatterWords => ({
  ...{
    title: '城东水厂管网改造停水',
    what: '3 月 10 日 8 时至 20 时，城东片区停水',
    category: 'water',
  },
  ...{ questions: ['为什么停水', '什么时候恢复'], place: '城东片区' },
  ...{ startsAt: START, endsAt: START + 12 * HOUR },
  ...changes,
});

const anIncident = (changes: Partial<IncidentWords> = {}): IncidentWords => ({
  ...{ title: '网传城东停水一周', claim: '城东水厂因污染将停水一周', place: '城东' },
  ...{ category: 'water', at: START + HOUR },
  ...changes,
});

describe('an incident and a matter', () => {
  it('of the same place, time, category and words belong together, and it is said why', () => {
    const match = matchOf(aClosure(), anIncident());
    expect(match?.why).toEqual(['category', 'place', 'time', 'wording']);
    expect(isWorthALook(match)).toBe(true);
  });

  it.each([
    [
      'another subject in another place',
      anIncident({
        title: '学校食堂异味',
        claim: '学生腹痛',
        place: '城西',
        category: 'school-food',
      }),
    ],
    [
      'only the category and the day',
      anIncident({ title: '水费上涨', claim: '水费要翻倍', place: null }),
    ],
  ])('of %s do not', (_, incident) => {
    expect(isWorthALook(matchOf(aClosure(), incident))).toBe(false);
  });

  it('are nothing to each other two weeks apart', () => {
    expect(matchOf(aClosure(), anIncident({ at: START - AROUND_MS - 1 }))).toBeNull();
    expect(matchOf(aClosure(), anIncident({ at: START + 12 * HOUR + AROUND_MS + 1 }))).toBeNull();
  });

  it('of which the words say nothing are no match', () => {
    const far = anIncident({
      title: '…',
      claim: '',
      place: '',
      category: 'x',
      at: START - 3 * 24 * HOUR,
    });
    expect(matchOf(aClosure(), far)).toBeNull();
  });

  it('score between 0 and 1, and not lower for naming the place of the matter', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30, unit: 'grapheme' }),
        fc.string({ maxLength: 30, unit: 'grapheme' }),
        fc.integer({ min: -8, max: 9 }),
        (title, place, days) => {
          const incident = anIncident({ title, place, at: START + days * 24 * HOUR });
          const plain = matchOf(aClosure(), incident)?.score ?? 0;
          const placed = matchOf(aClosure(), { ...incident, place: '城东片区' })?.score ?? 0;
          expect(plain).toBeGreaterThanOrEqual(0);
          expect(placed).toBeLessThanOrEqual(1);
          expect(placed).toBeGreaterThanOrEqual(plain);
        },
      ),
    );
  });

  it('are suggested for place and time, not for category and time', () => {
    const placed = anIncident({ title: '灯亮了一夜', claim: '路灯不灭', category: 'other' });
    expect(matchOf(aClosure(), placed)).toEqual({ score: 0.45, why: ['place', 'time'] });
  });
});
