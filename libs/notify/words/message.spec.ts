import { describe, expect, it } from '@jest/globals';
import { SEVERITIES } from '../core/severity.js';
import { TOPICS } from '../core/topics.js';
import { bundleOf, messageOf, testMessage } from './message.js';
import type { Told } from './told.js';

const zh = { locale: 'zh', timeZone: 'Asia/Shanghai', address: 'https://mb.example' } as const;
const en = { ...zh, locale: 'en' } as const;

const aStep = (given: Partial<Told> = {}): Told => ({
  topic: 'escalation.step',
  subjectType: 'incident',
  subjectId: '019c5a3e-0000-7000-8000-000000000001',
  subject: { number: 'YQ-2026-000123', title: '网传城东停水' },
  data: { clock: 'acknowledge', title: { zh: '签收', en: 'Acknowledge' }, step: 2, round: 1 },
  at: Date.parse('2026-03-02T03:05:00+08:00'),
  ...given,
});

describe('a message', () => {
  it('says severity, number, title, clock, step and time, and leads to the incident', () => {
    expect(messageOf(aStep(), 'II', 'https://mb.example/ack/x', zh)).toEqual({
      locale: 'zh',
      severity: 'Ⅱ级 重大',
      title: 'YQ-2026-000123 网传城东停水',
      text: '“签收”待签收，已升级到第 2 步。 03-02 03:05',
      link: 'https://mb.example/incidents/019c5a3e-0000-7000-8000-000000000001',
      ackLink: 'https://mb.example/ack/x',
    });
  });

  it('is in the reader’s language', () => {
    const message = messageOf(aStep({ data: { ...aStep().data, round: 3 } }), 'unrated', null, en);
    expect(message.text).toBe(
      '“Acknowledge” waits for somebody to take it: step 2 of round 3. 03-02 03:05',
    );
    expect(message.severity).toBeNull();
  });

  it('is written for every topic in both languages, even if nothing is known of it', () => {
    for (const topic of Object.keys(TOPICS)) {
      for (const style of [zh, en]) {
        const { title, text } = messageOf(
          aStep({ topic, data: {}, subject: null }),
          'IV',
          null,
          style,
        );
        expect(title).not.toBe('');
        expect(text.length).toBeGreaterThan('03-02 03:05'.length);
        expect(text).not.toMatch(/undefined|NaN|Invalid/);
      }
    }
  });

  it('says nothing of what else is in the data', () => {
    const data = { ...aStep().data, note: '内部意见', reached: ['张三'] };
    const said = JSON.stringify(messageOf(aStep({ data }), 'I', null, zh));
    expect(said).not.toMatch(/内部意见|张三/);
  });
});

describe('a bundle', () => {
  it('counts, puts the gravest first, and has a link for each', () => {
    const matters = SEVERITIES.map((severity, index) => ({
      severity,
      told: aStep({
        topic: index < 3 ? 'escalation.step' : 'deadline.breach',
        subjectId: severity,
      }),
    })).reverse();
    const message = bundleOf(matters, zh);
    expect(message).toMatchObject({
      title: '5 件事项需要您处理',
      text: '时限 2 · 待签收 3',
      severity: 'Ⅰ级 特别重大',
      ackLink: null,
    });
    expect(message.items?.map(({ link }) => link.split('/').at(-1))).toEqual([...SEVERITIES]);
    expect(message.items?.[0]?.title).toBe('Ⅰ级 特别重大 · YQ-2026-000123 网传城东停水');
  });

  it('is in English for whoever reads English', () => {
    const message = bundleOf(
      [aStep(), aStep()].map((told) => ({ told, severity: 'IV' as const })),
      en,
    );
    expect(message).toMatchObject({ title: '2 matters need you', text: 'to acknowledge 2' });
  });
});

it('a test message says that it is one', () => {
  expect(testMessage(zh).title).toMatch(/测试/);
  expect(testMessage(en).title).toMatch(/test/);
});
