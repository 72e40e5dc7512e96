import type { Detector, Span } from '../finding.js';
import { spansOf } from '../finding.js';
import { digitsOf, SEPARATOR } from '../digits.js';

const BIRTHDAY = `(?:18|19|20)\\d{2}${SEPARATOR}?(?:0[1-9]|1[0-2])${SEPARATOR}?(?:0[1-9]|[12]\\d|3[01])`;
const NUMBER = new RegExp(
  `(?<!\\d)[1-9]\\d{5}${SEPARATOR}?${BIRTHDAY}${SEPARATOR}?\\d{3}[\\dXx](?!\\d)`,
);
/** Said to be an ID-card number: with a wrong check digit, or of the old 15-digit form, it still points at a person. */
const SAID_TO_BE = new RegExp(
  `(?:身份证|证件|sfz)(?:号码|号)?[^\\d\\n]{0,6}(?<what>\\d(?:${SEPARATOR}?\\d){13,16}[\\dXx])(?!\\d)`,
  'i',
);

/** GB 11643-1999: weights 2^(17-i) mod 11, check digit (12 - sum) mod 11 with X for ten. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

function hasIdCardChecksum(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return number.length === 18 && CHECKS[sum % 11] === number[17]?.toUpperCase();
}

function* find(text: string): Generator<Span> {
  yield* spansOf(NUMBER, text, (what, _match, span) =>
    hasIdCardChecksum(what.replace(/[^\dXx]/g, '')) ? span : null,
  );
}

function* findNamed(text: string): Generator<Span> {
  yield* spansOf(SAID_TO_BE, text, (what, _match, span) =>
    [15, 17, 18].includes(digitsOf(what).length) ? span : null,
  );
}

export const idCard: Detector = { kind: 'id-card', inUrls: true, find };
export const namedIdCard: Detector = { kind: 'id-card', inUrls: false, find: findNamed };
