import { describe, expect, it } from '@jest/globals';
import { topicWordingOf, wordingOf } from './wording.js';

describe('one wording', () => {
  it.each([
    ['#清源停水#', '清源停水！'],
    ['ＡＢＣ 停水', 'abc停水'],
    ['停水\n通知', '停水 通知'],
  ])('%s is %s', (a, b) => {
    expect(wordingOf(a)).toBe(wordingOf(b));
  });

  it.each([
    ['清源停水', '清河停水'],
    ['停水3天', '停水5天'],
    ['！！', '？？'],
  ])('%s is not %s', (a, b) => {
    expect(wordingOf(a)).not.toBe(wordingOf(b));
  });
});

describe('one topic', () => {
  it.each([
    ['网传清源水厂停水一周', '清源水厂停水一周，是真的吗？'],
    ['紧急扩散！清源水厂停水一周 https://a.example/x?y=1', '清源水厂停水一周'],
  ])('%s is about the same as %s', (a, b) => {
    expect(topicWordingOf(a)).toBe(topicWordingOf(b));
  });

  it('keeps places, numbers and dates, which make another claim', () => {
    expect(topicWordingOf('网传清源停水一周')).not.toBe(topicWordingOf('网传清河停水一周'));
    expect(topicWordingOf('3月2日清源停水')).not.toBe(topicWordingOf('3月5日清源停水'));
  });

  it('takes nothing off where too little would be left', () => {
    expect(topicWordingOf('求证停水')).toBe('求证停水');
    expect(topicWordingOf('转发微博')).toBe('转发微博');
  });
});
