import { describe, expect, it } from '@jest/globals';
import { BLANK, clarificationOf, whatIsMissing, type Entry } from './entry';

const ENTRY: Entry = {
  ...BLANK,
  claim: ' 城东停水一周 ',
  verdict: 'false',
  answer: '供水正常。',
  evidence: [
    { text: ' 检测报告 ', url: 'https://a.example/1' },
    { text: ' ', url: '' },
  ],
  publishedAt: '2026-03-02T09:00',
};

describe('entering a clarification', () => {
  it('needs claim, verdict, answer, time, and evidence that is not blank', () => {
    expect(whatIsMissing(BLANK)).toEqual(['claim', 'verdict', 'answer', 'publishedAt', 'evidence']);
    expect(whatIsMissing(ENTRY)).toEqual([]);
    expect(whatIsMissing({ ...ENTRY, evidence: [{ text: ' 　', url: '' }] })).toEqual(['evidence']);
  });

  it('sends what was written, and nothing that was left empty', () => {
    expect(clarificationOf(ENTRY, 'false')).toEqual({
      claim: '城东停水一周',
      verdict: 'false',
      answer: '供水正常。',
      evidence: [{ text: '检测报告', url: 'https://a.example/1' }],
      publishedAt: expect.stringMatching(/^2026-03-02T/),
    });
    const full = { ...ENTRY, place: '城东', issuedBy: '水务局', link: 'https://b.example' };
    expect(clarificationOf(full, 'false')).toMatchObject({
      ...{ place: '城东', issuedBy: '水务局', links: [{ url: 'https://b.example' }] },
    });
  });
});
