import { describe, expect, it } from '@jest/globals';
import { likePattern, readSearchWords } from './words.js';

describe('what was typed into a search box', () => {
  it.each([
    ['停水 城东', ['停水', '城东'], []],
    ['停水 -演练', ['停水'], ['演练']],
    ['"二次 供水" 水厂', ['二次 供水', '水厂'], []],
    ['“二次供水”　「停水通知」', ['二次供水', '停水通知'], []],
    ['-"应急 演练" PX', ['px'], ['应急 演练']],
    ['"没有结束的引号 停水', ['没有结束的引号 停水'], []],
    ['YQ-2026-000123', ['yq-2026-000123'], []],
    ['停水 停水', ['停水'], []],
    ['  ', [], []],
    ['""  -  -""', [], []],
  ])('%s', (q, wanted, unwanted) => {
    expect(readSearchWords(q)).toEqual({ wanted, unwanted });
  });

  it('takes % and _ for what they are', () => {
    expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
