import { describe, expect, it } from '@jest/globals';
import { BLANK, paramsOf, whatIsMissing } from './writing';

const written = { ...BLANK, title: ' 关于水质的说明 ', body: '合格。', channelIds: ['c1'] };

describe('a text being written', () => {
  it('lacks a title and words, and a reason when it corrects what is out', () => {
    expect(whatIsMissing(BLANK, 'new')).toEqual(['title', 'body']);
    expect(whatIsMissing({ ...written, reason: ' ' }, 'correct')).toEqual(['reason']);
    expect(whatIsMissing(written, 'revise')).toEqual([]);
  });

  it('goes with its channels, and a time only when one was chosen', () => {
    const text = { title: '关于水质的说明', body: '合格。', channelIds: ['c1'] };
    expect(paramsOf(written, 'new', null)).toEqual(text);
    const at = '2026-03-02T09:00:00.000Z';
    expect(paramsOf(written, 'revise', at)).toEqual({ ...text, publishAt: at });
  });

  it('keeps its channels when it is corrected', () => {
    expect(paramsOf({ ...written, reason: '复检' }, 'correct', null)).toEqual({
      title: '关于水质的说明',
      body: '合格。',
      reason: '复检',
    });
  });
});
