import type { Detector, Judge } from '../finding.js';
import { spansOf } from '../finding.js';
import { groupingOf, isNumberOfPaper, SEPARATOR } from '../digits.js';

const CHINA = String.raw`[(（](?:\+|00)?86[)）]${SEPARATOR}?|(?:\+|00)?86${SEPARATOR}?`;
/** Not the decimals of a coordinate (`113.13812345678`), but the first item of a list may be (`1.138…`). */
const NOT_DECIMALS = String.raw`(?<!(?:\d\d|(?<!\d)0)\.)`;
const NUMBER = new RegExp(
  `(?<!\\d)${NOT_DECIMALS}(?:${CHINA})?(?<what11>1${SEPARATOR}?[3-9](?:${SEPARATOR}?\\d){9})(?!\\d)`,
);

/** The ways in which people group the eleven digits. Others are lists of figures. */
const GROUPINGS = new Set([
  ...['11', '3-4-4', '3-8', '7-4', '4-3-4', '3-3-5', '5-6', '3-2-2-2-2'],
  '1-1-1-1-1-1-1-1-1-1-1',
]);
/** `元旦` and `元宵` are days, not amounts. */
const UNIT =
  /^(?:\.\d{1,2})? ?(?:元(?![旦宵])|美元|港元|日元|万元|亿元|吨|公里|立方|平方|千瓦|度|票)/;
const CURRENCY = /(?:[¥￥$€£]|人民币) ?$/;
/** A Latin word directly before it makes it a code (`DD13812345678`), unless the word announces a number. */
const LATIN = /[A-Za-z]+$/;
const ANNOUNCES = /^(?:tel|phone|mobile|mob|call|cell|t|m|p|v|vx|wx|weixin|wechat|q|qq|zfb)$/i;

const isNumber: Judge = (what, match, span) => {
  const before = match.input.slice(Math.max(0, span.start - 16), span.start);
  const after = match.input.slice(span.end, span.end + 8);
  const word = LATIN.exec(before)?.[0];
  const number = match.groups?.['what11'] ?? what;
  const says = (pattern: RegExp, where: string) => pattern.test(where);
  const isOther =
    (word !== undefined && !ANNOUNCES.test(word)) ||
    says(CURRENCY, before) ||
    isNumberOfPaper(before) ||
    says(UNIT, after);
  return !isOther && GROUPINGS.has(groupingOf(number)) ? span : null;
};

/** Written out to slip past a filter: `一三八…`. Eleven numerals in a row are not ordinary Chinese. */
const ANY = '[0-9〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
const SPELT = new RegExp(
  `(?<!${ANY})[1一幺壹][ -]?[3-9三四五六七八九叁肆伍陆柒捌玖](?:[ -]?${ANY}){9}(?!${ANY})`,
);
const isSpelt: Judge = (what, _match, span) => (/[^\d -]/.test(what) ? span : null);

export const mobile: Detector = {
  kind: 'phone',
  inUrls: false,
  find: (text) => spansOf(NUMBER, text, isNumber),
};
export const speltMobile: Detector = {
  kind: 'phone',
  inUrls: false,
  find: (text) => spansOf(SPELT, text, isSpelt),
};
