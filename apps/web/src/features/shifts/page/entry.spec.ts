import { expect, it } from '@jest/globals';
import { entryOf, sameLine } from './entry';

const blank = { source: '', text: '', outcome: '', open: false };

it('writes nothing down without words', () => {
  expect(entryOf({ ...blank, text: '  ', source: '市局' })).toBeNull();
});

it('leaves out what was left empty', () => {
  expect(entryOf({ ...blank, text: ' 巡看论坛，无异常 ' })).toEqual({ text: '巡看论坛，无异常' });
});

it('sends all of a full line, marked as open', () => {
  expect(
    entryOf({ source: '水务局', text: '水压偏低', outcome: '已转抢修队', open: true }),
  ).toEqual({
    source: '水务局',
    text: '水压偏低',
    outcome: '已转抢修队',
    open: true,
  });
});

it('knows a line that was typed on while the one before was on its way', () => {
  const line = { ...blank, text: '巡看论坛' };
  expect(sameLine(line, { ...line })).toBe(true);
  expect(sameLine(line, { ...line, text: '巡看论坛，无异常' })).toBe(false);
  expect(sameLine(line, { ...line, open: true })).toBe(false);
});
