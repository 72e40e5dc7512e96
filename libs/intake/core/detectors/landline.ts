import type { Detector, Judge, Span } from '../finding.js';
import { spansOf } from '../finding.js';
import { digitsOf, isNumberOfPaper, looksLikeDate } from '../digits.js';

/** Area codes: 010, 02x with eight digits; 03xx–09xx with seven or eight. Subscribers begin with 2–8. */
const AREA = String.raw`0(?:10|2\d|[3-9]\d{2})`;
const SUBSCRIBER = String.raw`[2-8]\d{2,3}[ -]?\d{4}`;
const EXTENSION = String.raw`(?: ?(?:转|分机|ext\.?) ?\d{1,5}|-\d{1,4}(?!\d))?`;
const CHINA = String.raw`(?:(?:\+|00)86[ -]?)?`;
const LONG_DISTANCE = new RegExp(
  String.raw`(?<![\dA-Za-z]-?)${CHINA}(?:[(（]${AREA}[)）] ?|${AREA}(?: ?- ?| )?)${SUBSCRIBER}(?!\d)${EXTENSION}`,
  'i',
);
/** Written with the country's code the area code loses its zero: `+86 763 338 1234`. */
const ABROAD = new RegExp(
  String.raw`(?<![\dA-Za-z])(?:\+86[ -]?(?:10|2\d|[3-9]\d{2})[ -]?${SUBSCRIBER}|(?:\+|00)(?!86)[1-9]\d{0,2}[ -]?\d(?:[ -]?\d){6,11})(?!\d)`,
);
/** Without an area code seven or eight digits are a telephone only where the text says so. Lists follow. */
const LOCAL = String.raw`[2-8]\d{2,3}[ -]?\d{4}(?![\d元件次人户])${EXTENSION}`;
const ANNOUNCED = new RegExp(
  String.raw`(?:电话|座机|热线|固话|传真|致电|拨打|来电|联系方式|手机|tel|phone|fax|\[电话\])(?:号码|号)?[是为：:、/.,， (（]{0,3}(?<what>${LOCAL}(?:[、/,，;； 或]{1,2}${LOCAL}){0,9})`,
  'i',
);

const isNotLabelled: Judge = (_what, match, span) =>
  isNumberOfPaper(match.input.slice(Math.max(0, span.start - 10), span.start)) ? null : span;

/** E.164 numbers that people write out have ten digits or more; `+12345678` is an increase. */
const isLongEnough: Judge = (what, match, span) =>
  digitsOf(what).length >= 10 ? isNotLabelled(what, match, span) : null;

const isNotDate: Judge = (what, _match, span) => (looksLikeDate(digitsOf(what)) ? null : span);

/** A list `3381234、3381235` is announced once; each number of it is removed on its own. */
function* findLocal(text: string): Generator<Span> {
  for (const list of spansOf(ANNOUNCED, text, isNotDate))
    for (const { start, end } of spansOf(new RegExp(LOCAL, 'i'), text.slice(list.start, list.end)))
      yield { start: list.start + start, end: list.start + end };
}

export const landline: Detector = {
  kind: 'phone',
  inUrls: false,
  find: (text) => spansOf(LONG_DISTANCE, text, isNotLabelled),
};
export const abroad: Detector = {
  kind: 'phone',
  inUrls: false,
  find: (text) => spansOf(ABROAD, text, isLongEnough),
};
export const localLine: Detector = { kind: 'phone', inUrls: false, find: findLocal };
