import type { Detector, Judge } from '../finding.js';
import { spansOf } from '../finding.js';
import { digitsOf, passesLuhn, SEPARATOR } from '../digits.js';

const FOURS = `\\d{4}(?:${SEPARATOR}\\d{4}){3}(?:${SEPARATOR}?\\d{1,3})?`;
const NUMBER = new RegExp(
  `(?<![\\dA-Za-z])(?:\\d{6}${SEPARATOR}\\d{9,13}|${FOURS}|\\d{15,19})(?![\\dA-Za-z])`,
);

/**
 * Issuer prefixes and lengths: UnionPay 62 and 60/65/69 debit, ICBC's old 9558, Visa 4, Mastercard 51–55 and
 * 2221–2720, JCB 35, American Express 34 and 37. One number in ten passes Luhn; the prefixes make an order
 * number that looks like a card rare.
 */
const ISSUED =
  /^(?:62\d{14,17}|(?:60|65|69)\d{14}|(?:60|65|69)\d{17}|9558\d{15}|4\d{15}|4\d{18}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35\d{14}|3[47]\d{13})$/;

/** Said to be an account: bank accounts of firms carry no check digit. */
const SAID_TO_BE = new RegExp(
  `(?:卡号|银行卡|储蓄卡|信用卡|账号|帐号|账户|帐户)(?:号码|号)?[是为：: =]{0,4}(?<what>\\d(?:${SEPARATOR}?\\d){11,20})(?![\\d元])`,
);

function isCard(text: string): boolean {
  const digits = digitsOf(text);
  return ISSUED.test(digits) && passesLuhn(digits);
}

/** After sixteen digits in fours, a short last group may be part of the card (19 digits) or a word of its own. */
const TAIL = new RegExp(`(?<=(?:\\d{4}${SEPARATOR}){3}\\d{4})${SEPARATOR}\\d{1,3}$`);

const judgeCard: Judge = (what, _match, span) => {
  if (isCard(what)) return span;
  const shorter = what.replace(TAIL, '');
  return isCard(shorter) ? { start: span.start, end: span.start + shorter.length } : null;
};

export const bankCard: Detector = {
  kind: 'bank-card',
  inUrls: false,
  find: (text) => spansOf(NUMBER, text, judgeCard),
};
export const namedBankCard: Detector = {
  kind: 'bank-card',
  inUrls: false,
  find: (text) => spansOf(SAID_TO_BE, text),
};
