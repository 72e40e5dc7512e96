import { beforeEach, describe, expect, test } from '@jest/globals';
import { isFinal, storedFacts } from './compiled.js';
import { replay } from './evolve.js';
import { toMermaid } from './mermaid.js';
import {
  analyst,
  codes,
  handler,
  HOUR,
  incidentDefinition,
  incidentWorld,
  judgement,
  leader,
  Life,
  officer,
} from '../testing/incident.js';
import { system, user } from '../testing/tiny.js';

const definition = incidentDefinition();
const action = { title: '取样检测', kind: 'verify', dueAt: 9 * HOUR };
let life: Life;

beforeEach(() => {
  life = new Life(definition);
});

function toReported(): void {
  life.do(officer, 'report', { severity: 'III' });
}

function toJudged(over: Parameters<typeof judgement>[0] = {}): void {
  toReported();
  life.do(analyst, 'judge', judgement(over));
}

function toDisposing(): void {
  toJudged();
  life.do(handler, 'start-disposal', { actions: [action] });
}

function publish(releaseId: string) {
  const publications = [{ id: releaseId, releaseId, title: '水质合格' }];
  return life.do(system, 'publish', { releaseId, title: '水质合格', publications });
}

function toDisposed(): void {
  toDisposing();
  const [id] = life.subject.facts['actions'] as { id: string }[];
  life.do(handler, 'complete-action', { actionId: id?.id ?? '', result: '水质合格' });
  life.do(analyst, 'set-verdict', { verdict: 'false', evidence: [{ text: '检测报告' }] });
  life.do(handler, 'complete-disposal', { responseNotNeeded: '已由供水公司回应' });
}

describe('the life of an incident', () => {
  test('runs from the log to the archive, and its timeline tells it again', () => {
    toDisposed();
    life.do(leader, 'archive', { summary: '已澄清', lessons: '更早公布检测数据' });
    expect(life.subject.state).toBe('archived');
    expect(life.live).toEqual([]);
    expect(life.events.map(({ type }) => type)).toEqual([
      'detected',
      'reported',
      'judged',
      'disposing',
      'action-completed',
      'verdict-set',
      'disposed',
      'archived',
    ]);
    const { state, version, facts } = life.subject;
    expect(replay(life.events)).toEqual({ state, version, facts: storedFacts(definition, facts) });
  });

  test('an acknowledged incident cannot be acknowledged again until it is reported anew', () => {
    toReported();
    life.do(officer, 'acknowledge');
    expect(life.live).not.toContain('acknowledge');
    expect(codes(life.refused(officer, 'acknowledge'))).toEqual(['acknowledge.already']);
    life.do(analyst, 'judge', judgement());
    life.do(handler, 'return', { reason: '责任单位不对' });
    expect(life.subject.state).toBe('reported');
    expect(life.do(officer, 'acknowledge').subject.facts['acknowledgedBy']).toBe('officer-1');
  });

  test('whoever the ladder has reached may acknowledge', () => {
    life = new Life(definition, { reached: ['guard-1'] });
    toReported();
    expect(life.refused(user('guard-2', []), 'acknowledge').kind).toBe('not-permitted');
    life.do(user('guard-1', []), 'acknowledge');
  });

  test('it closes by dismissal and opens again by a leader', () => {
    life.do(officer, 'dismiss', { reason: '重复' });
    expect(life.live).toEqual([]);
    expect(life.refused(officer, 'reopen', { reason: '有新线索' }).kind).toBe('not-permitted');
    expect(life.do(leader, 'reopen', { reason: '有新线索' }).messages).toEqual([
      { topic: 'incident.reopened', to: ['on-duty:officer'] },
    ]);
    expect(life.live).toEqual(['acknowledge', 'first-response', 'judge', 'press-conference']);
  });
});

describe('a judgement', () => {
  beforeEach(toReported);

  test('of severity III takes effect at once and reaches the unit', () => {
    const { subject, messages, deadlines } = life.do(analyst, 'judge', judgement());
    expect(subject).toMatchObject({
      state: 'judged',
      facts: { severity: 'III', unitId: 'unit-1' },
    });
    expect(messages).toEqual([{ topic: 'incident.judged', to: ['unit:handler'] }]);
    expect(deadlines).toContainEqual({ change: 'start', clock: 'dispose' });
  });

  test('of severity II waits for a leader who is not the judge', () => {
    const both = user('analyst-1', ['analyst', 'leader']);
    life.do(both, 'judge', judgement({ severity: 'II', suggestedSeverity: 'II' }));
    expect(life.subject).toMatchObject({ state: 'reported', facts: { severity: 'III' } });
    expect(codes(life.refused(both, 'concur'))).toEqual(['concur.same-person']);
    const { deadlines, events } = life.do(leader, 'concur');
    expect(life.subject).toMatchObject({ state: 'judged', facts: { severity: 'II' } });
    expect(life.subject.facts['judgedBy']).toBe('analyst-1');
    expect(events[0]?.type).toBe('judged');
    expect(deadlines).toContainEqual({ change: 'rebase', grade: 'II' });
    expect(codes(life.refused(leader, 'concur'))).toContain('concur.nothing-proposed');
  });

  test('of severity I that dismisses is concurred into dismissal', () => {
    life.do(analyst, 'judge', judgement({ severity: 'I', decision: 'dismiss', reason: '玩笑' }));
    life.do(leader, 'concur');
    expect(life.subject.state).toBe('dismissed');
  });

  test('names everything that is missing at once', () => {
    const given = judgement({ severity: 'IV', 'likelihood.spread': 6, unitId: null });
    const refusal = life.refused(analyst, 'judge', { ...given, mood: 'bad' });
    expect(refusal.reasons.map(({ code, path }) => `${code} ${path ?? ''}`)).toEqual([
      'param.unknown mood',
      'param.range likelihood.spread',
      'judge.unit-missing unitId',
      'judge.reason-missing reason',
    ]);
  });

  test('to observe is followed by a look, a new judgement, or the archive', () => {
    life.do(analyst, 'judge', judgement({ decision: 'observe', unitId: null }));
    const past = life.refused(analyst, 'observe', { until: life.now });
    expect(codes(past)).toEqual(['observe.until-past']);
    life.do(analyst, 'observe', { until: life.now + 48 * HOUR });
    expect(life.live).toContain('next-look');
    life.do(analyst, 'judge', judgement());
    expect(life.subject.state).toBe('judged');
    expect(life.live).not.toContain('next-look');
  });
});

describe('a disposal', () => {
  test('belongs to a handler of the responsible unit', () => {
    toJudged();
    const stranger = user('handler-2', ['handler'], 'unit-2');
    expect(life.refused(stranger, 'start-disposal', { actions: [action] }).kind).toBe(
      'not-permitted',
    );
  });

  test('knows no deleting and no tracing, and a referral names its legal basis', () => {
    toJudged();
    const erase = life.refused(handler, 'start-disposal', {
      actions: [{ ...action, kind: 'delete' }],
    });
    expect(codes(erase)).toEqual(['param.choice']);
    const refer = { ...action, kind: 'refer' };
    const bare = life.refused(handler, 'start-disposal', { actions: [refer] });
    expect(codes(bare)).toEqual(['start-disposal.basis-missing']);
    life.do(handler, 'start-disposal', {
      actions: [{ ...refer, basis: '食品安全法第一百一十六条' }],
    });
  });

  test('needs the decision to dispose', () => {
    toJudged({ decision: 'observe' });
    const refusal = life.refused(handler, 'start-disposal', { actions: [action] });
    expect(codes(refusal)).toEqual(['start-disposal.not-decided']);
  });

  test('is complete only with actions closed, a verdict with evidence, and a response', () => {
    toDisposing();
    expect(codes(life.refused(handler, 'complete-disposal'))).toEqual([
      'complete-disposal.actions-open',
      'complete-disposal.unverified',
      'complete-disposal.evidence-missing',
      'complete-disposal.response-missing',
    ]);
  });

  test('a published release is the response', () => {
    toDisposing();
    const { deadlines } = publish('release-1');
    expect(deadlines).toEqual([{ change: 'stop', clock: 'first-response', by: 'published' }]);
    expect(codes(life.refused(handler, 'complete-disposal'))).not.toContain(
      'complete-disposal.response-missing',
    );
  });

  test('a release that was withdrawn is no response, and leaves its trace', () => {
    toDisposing();
    publish('release-1');
    life.do(system, 'withdraw-publication', { releaseId: 'release-1', reason: '数据有误' });
    expect(life.subject.facts['publications']).toMatchObject([
      { id: 'release-1', status: 'withdrawn' },
    ]);
    expect(codes(life.refused(handler, 'complete-disposal'))).toContain(
      'complete-disposal.response-missing',
    );
    const again = life.refused(system, 'correct-publication', {
      releaseId: 'release-1',
      reason: '更正',
    });
    expect(codes(again)).toEqual(['publication.not-out']);
  });

  test.each(['first-response', 'press-conference'])('nobody pauses the legal clock %s', (clock) => {
    toDisposing();
    life.do(analyst, 'regrade', { severity: 'I', reason: '升级' });
    life.do(leader, 'concur');
    for (const role of incidentWorld.roles) {
      const somebody = user(`${role}-7`, [role], 'unit-1');
      const refusal = life.refused(somebody, 'pause-clock', {
        clock,
        reason: '等结果',
        resumeBy: life.now + HOUR,
      });
      expect(refusal.kind === 'not-permitted' || codes(refusal).includes('pause-clock.legal')).toBe(
        true,
      );
    }
    expect(life.refused(system, 'pause-clock', {}).kind).toBe('not-permitted');
  });

  test('an action is completed once', () => {
    toDisposing();
    const [first] = life.subject.facts['actions'] as { id: string; status: string }[];
    expect(first).toMatchObject({ status: 'open', title: '取样检测', ownerId: null });
    life.do(handler, 'waive-action', { actionId: first?.id ?? '', reason: '已由他人完成' });
    const again = life.refused(handler, 'complete-action', {
      actionId: first?.id ?? '',
      result: '好',
    });
    expect(codes(again)).toEqual(['action.none-open', 'action.not-open']);
  });

  test('is archived by somebody else than who completed it', () => {
    toDisposed();
    const both = user('handler-1', ['handler', 'analyst'], 'unit-1');
    const closing = { summary: '完', lessons: '无' };
    expect(codes(life.refused(both, 'archive', closing))).toEqual(['archive.same-person']);
    expect(life.refused(handler, 'return', { reason: '不全' }).kind).toBe('not-permitted');
    life.do(leader, 'return', { reason: '不全' });
    expect(life.subject.state).toBe('disposing');
  });

  test('a verdict other than unverified brings its own evidence', () => {
    toDisposing();
    const bare = life.refused(analyst, 'set-verdict', { verdict: 'true' });
    expect(codes(bare)).toEqual(['set-verdict.evidence-missing']);
    life.do(analyst, 'set-verdict', { verdict: 'unverified' });
  });
});

describe('severity and clocks', () => {
  test('lowering the severity re-bases what runs, raising it to II asks a leader first', () => {
    toJudged();
    expect(codes(life.refused(analyst, 'regrade', { severity: 'III', reason: '同' }))).toEqual([
      'regrade.same',
    ]);
    expect(life.do(analyst, 'regrade', { severity: 'IV', reason: '平息' }).deadlines).toEqual([
      { change: 'rebase', grade: 'IV' },
    ]);
    expect(life.do(analyst, 'regrade', { severity: 'II', reason: '扩散' }).deadlines).toEqual([]);
    expect(life.do(leader, 'concur').events[0]).toMatchObject({
      type: 'regraded',
      set: { severity: 'II' },
    });
  });

  test('a leader pauses a house clock, never a legal one', () => {
    toReported();
    const pause = { clock: 'judge', reason: '等待检测', resumeBy: life.now + 48 * HOUR };
    expect(life.do(leader, 'pause-clock', pause).deadlines).toEqual([
      { change: 'pause', clock: 'judge', resumeBy: pause.resumeBy },
    ]);
    expect(codes(life.refused(leader, 'pause-clock', { ...pause, resumeBy: 0 }))).toEqual([
      'pause-clock.not-running',
      'pause-clock.resume-by-past',
    ]);
    const legal = life.refused(leader, 'pause-clock', { ...pause, clock: 'first-response' });
    expect(codes(legal)).toEqual(['pause-clock.legal']);
    const resume = { name: 'resume-clock', actor: system, params: { clock: 'judge' } };
    expect(life.do(resume.actor, resume.name, resume.params).deadlines).toEqual([
      { change: 'resume', clock: 'judge' },
    ]);
  });

  test('a follow-up report restarts its clock only while disposal runs', () => {
    toJudged();
    const text = '情况如下';
    const early = life.refused(officer, 'record-upward-report', { type: 'follow-up', text });
    expect(codes(early)).toEqual(['upward-report.initial-missing']);
    life.do(officer, 'record-upward-report', { type: 'initial', text });
    expect(life.live).not.toContain('upward-report');
    life.do(officer, 'record-upward-report', { type: 'follow-up', text });
    expect(life.live).not.toContain('update');
    life.do(handler, 'start-disposal', { actions: [action] });
    expect(life.do(officer, 'record-upward-report', { type: 'follow-up', text }).deadlines).toEqual(
      [
        { change: 'stop', clock: 'update', by: 'follow-up-recorded' },
        { change: 'start', clock: 'update' },
      ],
    );
  });

  test('a press conference is waived with a reason, once', () => {
    toReported();
    expect(codes(life.refused(leader, 'settle-press-conference', { outcome: 'waived' }))).toEqual([
      'press-conference.reason-missing',
    ]);
    life.do(leader, 'settle-press-conference', { outcome: 'held' });
    expect(life.live).not.toContain('press-conference');
    expect(codes(life.refused(leader, 'settle-press-conference', { outcome: 'held' }))).toEqual([
      'press-conference.already',
    ]);
  });

  test('a reopened incident owes a press conference anew', () => {
    toReported();
    life.do(leader, 'settle-press-conference', { outcome: 'held' });
    life.do(officer, 'dismiss', { reason: '重复' });
    life.do(leader, 'reopen', { reason: '有新线索' });
    life.do(leader, 'settle-press-conference', { outcome: 'held' });
  });
});

describe('merging', () => {
  test('closes the incident, and unmerging brings back its state and clocks', () => {
    toDisposing();
    const before = life.live;
    life.do(officer, 'merge', { intoId: 'incident-2', intoState: 'judged' });
    expect(life.subject.state).toBe('merged');
    expect(life.live).toEqual([]);
    life.do(officer, 'unmerge');
    expect(life.subject.state).toBe('disposing');
    expect(life.live).toEqual(expect.arrayContaining(before));
  });

  test('is neither into itself nor into a closed incident', () => {
    const itself = life.refused(officer, 'merge', { intoId: 'incident-1', intoState: 'archived' });
    expect(codes(itself)).toEqual(['merge.itself', 'merge.target-closed']);
  });
});

test('an incident ends archived, dismissed or merged', () => {
  const finals = [...definition.states.keys()].filter((name) => isFinal(definition, name));
  expect(finals).toEqual(['archived', 'dismissed', 'merged']);
});

test('what is returned goes back one step, and the picture shows no other way', () => {
  const returned = toMermaid(definition, 'zh')
    .split('\n')
    .filter((line) => line.includes('退回'));
  expect(returned).toEqual([
    '  s_judged --> s_reported : 退回研判 / 退回',
    '  s_disposing --> s_reported : 退回研判',
    '  s_disposed --> s_disposing : 退回',
  ]);
});
