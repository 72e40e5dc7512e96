import { describe, expect, it } from '@jest/globals';
import type { TimelineItem } from '../../../api/incident-types';
import { zh } from './locales';
import { kindOf, sentenceOf, type Teller } from './sentence';

const PEOPLE: Readonly<Record<string, string>> = { w5: '王五', z6: '赵六', u1: '县水务局' };
const GRADES: Readonly<Record<string, string>> = { I: 'Ⅰ级', II: 'Ⅱ级' };

/** Fills in placeholders as i18next does; Chinese has one plural form. */
function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const texts: Readonly<Record<string, string>> = zh;
  const text = texts[key] ?? texts[`${key}_other`] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}

const teller: Teller = {
  t,
  say: {
    grade: (code) => GRADES[String(code)] ?? '未定级',
    verdict: (code) => (code === 'false' ? '不实' : String(code)),
    kind: (code) => (code === 'complaint' ? '诉求' : String(code)),
    decision: (code) => (code === 'dispose' ? '转处置' : String(code)),
    actionKind: (code) => code,
    upward: (code) => (code === 'initial' ? '初报' : String(code)),
    press: String,
    asked: String,
    every: String,
    clock: (name) => (name === 'acknowledge' ? '签收' : String(name)),
    moment: (at) => new Date(at).toISOString().slice(11, 16),
  },
  name: (id) => PEOPLE[id] ?? null,
  action: (id) => (id === 'a1' ? '取水样化验' : null),
  number: () => null,
};

function tell(type: string, data: TimelineItem['data']) {
  const actor = { kind: 'user', id: null, name: null } as const;
  return sentenceOf({ seq: 1, at: '', actor, type, data, prevHash: '', hash: '' }, teller);
}

describe('the sentences of the timeline', () => {
  it.each([
    ['reported', { params: { severity: 'II' }, set: { severity: 'II' } }, '上报，初定Ⅱ级'],
    [
      'ladder-step',
      { round: 1, step: 2, clock: 'acknowledge', reached: ['w5', 'z6'] },
      '第 1 轮第 2 级通知（签收）：王五、赵六',
    ],
    [
      'ladder-step',
      { round: 2, step: 1, clock: 'acknowledge', reached: [] },
      '第 2 轮第 1 级通知（签收）：无人可达',
    ],
    ['assigned', { params: { unitId: 'u1' } }, '指派给县水务局'],
    ['observing', { params: { until: Date.UTC(2026, 2, 2, 9, 30) } }, '列入观察，09:30 再看'],
    ['consulted', { params: { unitIds: ['u1', 'x'] } }, '请县水务局、某人会商'],
    ['reclassified', { params: { kind: 'complaint', reason: '…' } }, '把性质调整为诉求'],
    ['verdict-set', { params: { verdict: 'false', reason: '复检' } }, '更改核查结论为不实'],
    ['deadline-breached', { clock: 'acknowledge' }, '记录：“签收”超时'],
    ['follow-up-recorded', { params: { type: 'initial', text: '…' } }, '记录初报'],
    ['something-new', {}, 'something-new'],
  ])('%s', (type, data, did) => {
    expect(tell(type, data).did).toBe(did);
  });

  it('tells a concurrence from a judgement', () => {
    const set = { severity: 'I', decision: 'dispose' };
    expect(tell('judged', { command: 'judge', set, params: {} }).did).toBe(
      '研判为Ⅰ级，意见“转处置”',
    );
    expect(tell('judged', { command: 'concur', set, params: { note: '同意' } })).toEqual({
      did: '同意研判，定为Ⅰ级',
      quote: '同意',
    });
  });

  it('quotes what people wrote', () => {
    expect(tell('action-completed', { params: { actionId: 'a1', result: '合格' } })).toEqual({
      did: '完成措施“取水样化验”',
      quote: '合格',
    });
    expect(
      tell('verdict-set', {
        params: { verdict: 'false', evidence: [{ text: '化验单' }, { text: '巡查记录' }] },
      }),
    ).toEqual({
      did: '填写核查结论：不实',
      quote: '化验单\n巡查记录',
    });
  });

  it('does not stumble over an entry of another shape', () => {
    expect(tell('verdict-set', { params: null }).quote).toBeNull();
    expect(tell('ladder-step', {}).did).toContain('无人可达');
  });

  it('sorts entries into acts, deadlines and ladders', () => {
    expect(
      ['noted', 'deadline-warned', 'ladder-step', 'acknowledgement-lapsed'].map(kindOf),
    ).toEqual(['acts', 'deadlines', 'ladders', 'ladders']);
  });
});
