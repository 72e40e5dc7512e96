import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { curveStep, factorsSeen, standingsOf } from './judgement-record.js';
import type { JudgingEntry } from './judgement-record.js';
import { riskMatrixSchema } from './risk-matrix.js';

const HOUR = 3_600_000;

describe('the factors of a judgement', () => {
  it('are kept in the words that the scale has', () => {
    const matrix = riskMatrixSchema.parse(parse(readFileSync('config/risk-matrix.yaml', 'utf8')));
    const levels = {
      'likelihood.spread': 5,
      'likelihood.believability': 1,
      'likelihood.timing': 2,
      'consequence.safety': 3,
      'consequence.livelihood': 4,
      'consequence.disruption': 1,
      'consequence.trust': 2,
    };
    const seen = factorsSeen(levels, matrix);
    expect(seen.map(({ level }) => level)).toEqual([5, 1, 2, 3, 4, 1, 2]);
    expect(seen[0]).toMatchObject({
      factor: 'likelihood.spread',
      words: { zh: '全国性热搜或多家媒体报道' },
    });
  });
});

describe('the curve of what was seen', () => {
  it.each([
    [0, HOUR / 4],
    [11 * HOUR, HOUR / 4],
    [12 * HOUR, HOUR],
    [47 * HOUR, HOUR],
    [60 * HOUR, 6 * HOUR],
    [30 * 24 * HOUR, 24 * HOUR],
    [999 * 24 * HOUR, 7 * 24 * HOUR],
  ])('over %d ms has parts of %d', (span, step) => {
    expect(curveStep(1000, 1000 + span)).toBe(step);
  });
});

describe('what became of judgements', () => {
  const judge = (type: string, seen: string): JudgingEntry => ({ type, command: 'judge', seen });
  const other = (type: string, command = ''): JudgingEntry => ({ type, command, seen: null });
  const told = (...entries: JudgingEntry[]): unknown => Object.fromEntries(standingsOf(entries));

  it('a judgement is in force until the next, or until it is returned', () => {
    expect(told(judge('judged', 'a'), judge('judged', 'b'))).toEqual({
      a: 'superseded',
      b: 'in-force',
    });
    expect(told(judge('judged', 'a'), other('judgement-returned'))).toEqual({ a: 'superseded' });
    expect(told(judge('dismissed', 'a'), other('reopened'))).toEqual({ a: 'superseded' });
  });

  it('a proposal waits, is concurred with, declined, or overtaken', () => {
    const proposal = judge('judgement-proposed', 'a');
    expect(told(proposal)).toEqual({ a: 'proposed' });
    expect(told(proposal, other('judged', 'concur'))).toEqual({ a: 'in-force' });
    expect(told(proposal, other('judgement-declined'))).toEqual({ a: 'declined' });
    expect(told(proposal, judge('judgement-proposed', 'b'))).toEqual({
      a: 'superseded',
      b: 'proposed',
    });
    expect(told(proposal, judge('judged', 'b'))).toEqual({ a: 'superseded', b: 'in-force' });
  });

  it('one that is in force stays so while another waits, and is declined', () => {
    expect(
      told(judge('judged', 'a'), judge('judgement-proposed', 'b'), other('judgement-declined')),
    ).toEqual({ a: 'in-force', b: 'declined' });
  });

  it('a dismissal without a judgement changes none', () => {
    expect(told(judge('judged', 'a'), other('dismissed', 'dismiss'))).toEqual({ a: 'in-force' });
  });
});
