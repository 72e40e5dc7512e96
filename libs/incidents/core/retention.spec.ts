import { describe, expect, it } from '@jest/globals';
import { closedBy, goesAt, retentionProblems, retentionSchema } from './retention.js';

const read = (mentions: object) => retentionSchema.parse({ mentions });
const ZONE = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('retention.yaml', () => {
  it('is 90 days and two years where nothing is said', () => {
    expect(retentionSchema.parse({})).toEqual({
      mentions: { dismissed: { keep: 'P90D' }, archived: { keep: 'P2Y' } },
    });
  });

  it.each(['P1D', 'P30D', 'P12W', 'P90D'])('may say less: %s for what is dismissed', (keep) => {
    const file = read({ dismissed: { keep } });
    expect(retentionProblems(file)).toEqual([]);
  });

  it.each([
    ['dismissed', 'P91D'],
    ['dismissed', 'P4M'],
    ['archived', 'P2Y1D'],
    ['archived', 'P25M'],
  ])('says more only with a reason: %s %s', (state, keep) => {
    expect(retentionProblems(read({ [state]: { keep } }))).toEqual([
      { path: ['mentions', state, 'keep'], message: expect.stringContaining('write the reason') },
    ]);
    const reason = '诉讼保全，法院文书〔2026〕12 号';
    expect(retentionProblems(read({ [state]: { keep, reason } }))).toEqual([]);
  });

  it('keeps for a day at least', () => {
    expect(retentionProblems(read({ archived: { keep: 'P0D' } }))).toHaveLength(1);
  });

  it.each(['P', '90D', 'PT5M', 'P1.5D', 'P-1D', 'forever'])('refuses %s', (keep) => {
    expect(retentionSchema.safeParse({ mentions: { archived: { keep } } }).success).toBe(false);
  });

  it('refuses a reason of blanks', () => {
    const archived = { keep: 'P3Y', reason: '               ' };
    expect(retentionSchema.safeParse({ mentions: { archived } }).success).toBe(false);
  });
});

describe('the end of a wording', () => {
  it('is the same time of day, 90 days on', () => {
    const closed = at('2026-01-01T09:30:00');
    expect(goesAt(closed, { keep: 'P90D' }, ZONE)).toBe(at('2026-04-01T09:30:00'));
    expect(closedBy(at('2026-04-01T09:30:00'), { keep: 'P90D' }, ZONE)).toBe(closed);
  });

  it('counts days of the calendar where clocks change: a day of 23 hours is a day', () => {
    const closed = Date.parse('2026-03-01T12:00:00+01:00');
    const gone = Date.parse('2026-05-30T12:00:00+02:00');
    expect(goesAt(closed, { keep: 'P90D' }, 'Europe/Berlin')).toBe(gone);
  });

  it('of two years is the same date two years on', () => {
    expect(goesAt(at('2024-02-29T08:00:00'), { keep: 'P2Y' }, ZONE)).toBe(
      at('2026-02-28T08:00:00'),
    );
  });
});
