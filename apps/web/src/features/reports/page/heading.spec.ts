import { expect, it } from '@jest/globals';
import { headingOf } from './heading';

it.each([
  [{ key: 'situation', number: '一', title: '总体态势' }, 'zh', '一、总体态势'],
  [{ key: 'notes', number: '附', title: '数据说明' }, 'zh', '附：数据说明'],
  [{ key: 'situation', number: '1', title: 'The situation' }, 'en', '1. The situation'],
  [{ key: 'notes', number: 'Note', title: 'Notes on the data' }, 'en', 'Notes on the data'],
] as const)('a section %o is headed as its language does', (section, language, heading) => {
  expect(headingOf(section, language)).toBe(heading);
});
