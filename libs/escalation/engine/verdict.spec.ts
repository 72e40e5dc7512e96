import { describe, expect, it } from '@jest/globals';
import { engineReasons, isSweepAlive, verdictOf } from './verdict.js';
import type { EngineSigns } from './verdict.js';

const WELL: EngineSigns = {
  sweepLagMs: 400,
  late: { deadlines: 0, steps: 0, worstMs: 0 },
  outboxFailed: 0,
  queuesAnswer: true,
  auditLagMs: 30_000,
  findings: [],
};

const STUCK = { code: 'ladder.stuck', message: { zh: '停住了', en: 'stuck' } };

const judge = (signs: Partial<EngineSigns>) => {
  const reasons = engineReasons({ ...WELL, ...signs });
  return { verdict: verdictOf(reasons), codes: reasons.map(({ code }) => code) };
};

describe('the verdict on the engine', () => {
  it('is ok, without a reason, while everything fires on time', () => {
    expect(judge({})).toEqual({ verdict: 'ok', codes: [] });
  });

  it.each([
    ['no process has ever swept', { sweepLagMs: null }, 'sweep.never'],
    ['the last sweep is eleven seconds old', { sweepLagMs: 11_000 }, 'sweep.silent'],
  ])('is down when %s', (_, signs, code) => {
    expect(judge(signs)).toEqual({ verdict: 'down', codes: [code] });
  });

  it.each([
    [
      'a step is five seconds late',
      { late: { deadlines: 0, steps: 1, worstMs: 5_000 } },
      'firing.late',
    ],
    ['the queue is away', { queuesAnswer: false }, 'queue.away'],
    ['a message cannot be delivered', { outboxFailed: 2 }, 'outbox.failed'],
    ['no process has ever audited', { auditLagMs: null }, 'audit.never'],
    ['the last audit is more than three minutes old', { auditLagMs: 180_001 }, 'audit.silent'],
    ['the audit found a ladder that stands still', { findings: [STUCK] }, 'ladder.stuck'],
  ])('is late when %s', (_, signs, code) => {
    expect(judge(signs)).toEqual({ verdict: 'late', codes: [code] });
  });

  it('names everything at once, and the worst decides', () => {
    expect(judge({ sweepLagMs: null, queuesAnswer: false })).toEqual({
      verdict: 'down',
      codes: ['sweep.never', 'queue.away'],
    });
  });

  it('bears with an audit three minutes old', () => {
    expect(judge({ auditLagMs: 180_000 }).verdict).toBe('ok');
  });

  it('does not repeat, a minute later, what it sees for itself', () => {
    const { message } = STUCK;
    const old = ['firing.late', 'sweep.silent', 'queue.away', 'outbox.failed'];
    expect(judge({ findings: old.map((code) => ({ code, message })) }).codes).toEqual([]);
  });

  it('takes a sweep for alive during ten seconds', () => {
    expect([null, 0, 10_000, 10_001].map(isSweepAlive)).toEqual([false, true, true, false]);
  });
});
