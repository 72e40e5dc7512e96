import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  analyst,
  codes,
  HOUR,
  incidentDefinition,
  judgement,
  leader,
  Life,
  officer,
} from '../testing/incident.js';
import { system, user } from '../testing/tiny.js';

const definition = incidentDefinition();
const report = [{ text: '水质检测报告第 12 号' }];
let life: Life;

beforeEach(() => {
  life = new Life(definition);
  life.do(officer, 'report', { severity: 'III' });
});

const refusedBy = (name: string, params = {}, who = analyst): string[] =>
  codes(life.refused(who, name, params));

describe('a verdict', () => {
  test('rests on evidence, and what shows nothing is none', () => {
    expect(refusedBy('set-verdict', { verdict: 'false' })).toEqual([
      'set-verdict.evidence-missing',
    ]);
    expect(
      refusedBy('set-verdict', { verdict: 'false', evidence: [{ text: '　\u200b ' }] }),
    ).toEqual(['param.required']);
    expect(refusedBy('judge', judgement({ verdict: 'false' }))).toEqual(['judge.evidence-missing']);
  });

  test('leads to no address that a browser would run', () => {
    const evidence = [{ text: '检测报告', url: 'javascript:alert(1)' }];
    expect(refusedBy('set-verdict', { verdict: 'false', evidence })).toEqual(['param.link']);
  });

  test('is changed with a reason, here and nowhere else', () => {
    life.do(analyst, 'set-verdict', { verdict: 'false', evidence: report });
    const truth = { verdict: 'partly-true', evidence: report };
    expect(refusedBy('set-verdict', truth)).toEqual(['set-verdict.reason-missing']);
    expect(refusedBy('set-verdict', { ...truth, reason: ' ' })).toEqual([
      'set-verdict.reason-missing',
    ]);
    expect(refusedBy('set-verdict', { verdict: 'unverified' })).toEqual([
      'set-verdict.reason-missing',
    ]);
    expect(refusedBy('judge', judgement({ verdict: 'true' }))).toEqual(['judge.verdict-changed']);
    life.do(analyst, 'set-verdict', { verdict: 'false', evidence: report });
    life.do(analyst, 'set-verdict', { ...truth, reason: '复检结果不同' });
    expect(life.subject.facts).toMatchObject({ verdict: 'partly-true', correctionOwed: false });
    expect(life.subject.facts['evidence']).toHaveLength(3);
  });

  test('is not undone by a proposal from before it', () => {
    const high = { severity: 'II', riskScore: 12, suggestedSeverity: 'II' };
    life.do(analyst, 'set-verdict', { verdict: 'false', evidence: report });
    life.do(analyst, 'judge', judgement({ ...high, verdict: 'false' }));
    life.do(analyst, 'set-verdict', { verdict: 'partly-true', evidence: report, reason: '复检' });
    life.do(leader, 'concur');
    expect(life.subject.facts['verdict']).toBe('partly-true');
  });
});

describe('what is true is no rumour', () => {
  beforeEach(() => {
    life = new Life(definition, {}, { kind: 'rumour' });
  });

  test('whoever finds it true says what it is', () => {
    expect(refusedBy('set-verdict', { verdict: 'true', evidence: report })).toEqual([
      'set-verdict.true-rumour',
    ]);
    expect(refusedBy('set-verdict', { verdict: 'true', evidence: report, kind: 'rumour' })).toEqual(
      ['param.choice'],
    );
    life.do(analyst, 'set-verdict', { verdict: 'true', evidence: report, kind: 'complaint' });
    expect(life.subject.facts).toMatchObject({ verdict: 'true', kind: 'complaint' });
  });

  test('and it does not become one again', () => {
    life.do(analyst, 'reclassify', { kind: 'complaint', reason: '是群众诉求' });
    life.do(analyst, 'set-verdict', { verdict: 'true', evidence: report });
    expect(refusedBy('reclassify', { kind: 'rumour', reason: '改回' })).toEqual([
      'reclassify.true-rumour',
    ]);
    expect(refusedBy('reclassify', { kind: 'complaint', reason: '再改' })).toEqual([
      'reclassify.same',
    ]);
  });

  test('a judgement does not say so either', () => {
    life.do(officer, 'report', { severity: 'III' });
    life.do(analyst, 'set-verdict', { verdict: 'unverified', evidence: report });
    expect(refusedBy('judge', judgement({ verdict: 'true' }))).toEqual(['judge.true-rumour']);
  });
});

describe('a verdict that changes under a publication', () => {
  const published = {
    releaseId: 'release-1',
    title: '情况说明',
    publications: [{ id: 'release-1', releaseId: 'release-1', title: '情况说明' }],
  };

  beforeEach(() => {
    life.do(analyst, 'set-verdict', { verdict: 'false', evidence: report });
    life.do(system, 'publish', published);
  });

  const change = (verdict: string): unknown =>
    life.do(analyst, 'set-verdict', { verdict, evidence: report, reason: '复检' }).subject.facts[
      'correctionOwed'
    ];

  test('owes a correction until it is corrected', () => {
    expect(change('partly-true')).toBe(true);
    life.do(system, 'correct-publication', { releaseId: 'release-1', reason: '更正' });
    expect(life.subject.facts['correctionOwed']).toBe(false);
    expect(change('false')).toBe(true);
    life.do(system, 'withdraw-publication', { releaseId: 'release-1', reason: '撤回' });
    expect(life.subject.facts['correctionOwed']).toBe(false);
    expect(change('partly-true')).toBe(false);
  });

  test('more evidence for the same verdict owes nothing', () => {
    expect(change('false')).toBe(false);
  });

  test('closes nothing meanwhile', () => {
    life.do(analyst, 'judge', judgement({ decision: 'observe' }));
    life.do(analyst, 'observe', { until: 999 * HOUR });
    change('partly-true');
    expect(refusedBy('archive', { summary: '完', lessons: '无' }, leader)).toContain(
      'archive.correction-owed',
    );
  });
});

describe('a proposal that a leader declines', () => {
  const proposal = judgement({ severity: 'I', riskScore: 20, suggestedSeverity: 'I' });

  test('goes back with a reason, and whoever proposed it hears of it', () => {
    life.do(analyst, 'judge', proposal);
    expect(refusedBy('decline-proposal', { reason: ' ' }, leader)).toEqual(['param.required']);
    const { messages, subject } = life.do(leader, 'decline-proposal', { reason: '传播有限' });
    expect(messages).toEqual([{ topic: 'judgement.declined', to: ['user:analyst-1'] }]);
    expect(subject).toMatchObject({
      state: 'reported',
      facts: { severity: 'III', proposedBy: null },
    });
    expect(life.live).toContain('judge');
    expect(refusedBy('concur', {}, leader)).toContain('concur.nothing-proposed');
  });

  test('a regrade goes back alike', () => {
    life.do(analyst, 'regrade', { severity: 'I', reason: '上了热搜' });
    const { messages } = life.do(leader, 'decline-proposal', { reason: '热度已退' });
    expect(messages).toEqual([{ topic: 'regrade.declined', to: ['user:analyst-1'] }]);
    expect(life.subject.facts).toMatchObject({ severity: 'III', regradeBy: null });
  });

  test('is the one to which a judgement in force goes back by its hash', () => {
    life.do(analyst, 'judge', { ...proposal, seen: 'abc' });
    expect(life.subject.facts).toMatchObject({ proposedOn: 'abc', judgedOn: null });
    life.do(leader, 'concur');
    expect(life.subject.facts).toMatchObject({ proposedOn: null, judgedOn: 'abc' });
  });

  test('nobody else declines', () => {
    life.do(analyst, 'judge', proposal);
    expect(life.refused(analyst, 'decline-proposal', { reason: '不' }).kind).toBe('not-permitted');
    expect(refusedBy('decline-proposal', { reason: '不' }, user('o', ['officer']))).toContain(
      'workflow.not-permitted',
    );
  });
});
