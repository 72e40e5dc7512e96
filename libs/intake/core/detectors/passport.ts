import type { Detector, Judge } from '../finding.js';
import { spansOf } from '../finding.js';
import { looksLikeDate } from '../digits.js';

/** Ordinary passports: G or E and eight digits; since 2017 E, a letter other than I and O, seven digits. */
const CHINESE = /(?<![A-Za-z\d-])(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})(?![A-Za-z\d-])/;
/** Any other booklet or permit, where the text says that it is one. */
const SAID_TO_BE =
  /(?:护照|通行证|回乡证|台胞证|居留证|永居证|passport)(?:号码|号| ?no\.?)?[是为：: #]{0,4}(?<what>[A-Z]{0,3}\d{6,10}|[A-Z\d]{8,10})(?![A-Za-z\d])/i;

/** `G20260115` is the fifteenth of January in some series of papers. */
const isNotDated: Judge = (what, _match, span) => (looksLikeDate(what.slice(1)) ? null : span);
const hasDigits: Judge = (what, _match, span) => (/\d{4}/.test(what) ? span : null);

export const passport: Detector = {
  kind: 'passport',
  inUrls: false,
  find: (text) => spansOf(CHINESE, text, isNotDated),
};
export const namedPassport: Detector = {
  kind: 'passport',
  inUrls: false,
  find: (text) => spansOf(SAID_TO_BE, text, hasDigits),
};
