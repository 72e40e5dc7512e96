import { describe, expect, it } from '@jest/globals';
import { BLANK, filledFrom, incidentOf, whatIsMissing, type Entry } from './entry';
import { readPaste } from './paste';

const NOW = Date.parse('2026-03-02T15:00:00+08:00');
const POST = '听说明天停水。大家囤水\nhttps://weibo.com/1\n今天 14:05';

describe('a quick log', () => {
  it('names everything that is missing at once', () => {
    expect(whatIsMissing(BLANK)).toEqual(['text', 'claim', 'kind', 'category', 'source']);
    expect(
      whatIsMissing({
        ...BLANK,
        text: 'a',
        claim: ' ',
        kind: 'rumour',
        category: 'water',
        source: 'x',
      }),
    ).toEqual(['claim']);
  });

  it('fills from a paste, and keeps what the person wrote', () => {
    expect(filledFrom(readPaste(POST, NOW), BLANK)).toEqual({
      url: 'https://weibo.com/1',
      source: '微博',
      seenAt: '2026-03-02T14:05',
      text: '听说明天停水。大家囤水\n今天 14:05'.split('\n')[0],
      claim: '听说明天停水',
    });
    expect(filledFrom(readPaste(POST, NOW), { ...BLANK, claim: '自己写的' })).not.toHaveProperty(
      'claim',
    );
    expect(filledFrom(readPaste('路灯坏了\n很久了', NOW), BLANK)).toEqual({
      text: '路灯坏了\n很久了',
      claim: '路灯坏了',
    });
  });

  it('becomes an incident with one mention, seen now unless a time is given', () => {
    const entry: Entry = {
      ...BLANK,
      text: ' 原文 ',
      claim: '说法',
      category: 'water',
      source: '微博',
    };
    expect(incidentOf(entry, 'rumour', NOW)).toEqual({
      title: '说法',
      claim: '说法',
      kind: 'rumour',
      category: 'water',
      mentions: [{ source: '微博', text: '原文', seenAt: '2026-03-02T07:00:00.000Z' }],
    });
    const full = incidentOf(
      {
        ...entry,
        title: '标题',
        place: '云溪',
        url: 'https://a.example',
        seenAt: '2026-03-02T09:00',
      },
      'complaint',
      NOW,
    );
    expect(full).toMatchObject({
      title: '标题',
      place: '云溪',
      mentions: [{ url: 'https://a.example', seenAt: '2026-03-02T01:00:00.000Z' }],
    });
  });
});
