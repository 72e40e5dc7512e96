import { describe, expect, it } from '@jest/globals';
import { mappingOf, mappingToSend, whatIsMissing } from './mapping';

const GUESSED = { text: '标题', seenAt: '时间', url: '链接' };

describe('the columns', () => {
  it('are those that were guessed, as far as nobody changed them', () => {
    expect(mappingOf(GUESSED, { text: '正文' })).toEqual({ ...GUESSED, text: '正文' });
  });

  it('are sent with what would be guessed wrongly, and without what is not there anyway', () => {
    expect(mappingToSend(GUESSED, { url: '', rank: '' })).toEqual({
      ...GUESSED,
      url: '',
    });
  });

  it('must have a wording and a time', () => {
    expect(whatIsMissing(GUESSED)).toEqual([]);
    expect(whatIsMissing({ text: '', url: '链接' })).toEqual(['text', 'seenAt']);
  });
});
