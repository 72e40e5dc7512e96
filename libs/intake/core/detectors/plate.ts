import type { Detector, Judge } from '../finding.js';
import { spansOf } from '../finding.js';

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
/** GA 36-2018: no I and no O. Five places, or six for new-energy vehicles (a letter first or last). */
const CHAR = '[A-HJ-NP-Z\\d]';
const SERIAL = `(?:[A-HJK]${CHAR}\\d{4}|\\d{5}[A-HJK]|${CHAR}{4}[学警挂港澳领]|${CHAR}{5})`;
const PLATE = new RegExp(
  `${PROVINCE}[A-HJ-NP-Z](?: ?[·•・.-] ?| )?(?<serial>${SERIAL})(?![A-Z\\d])`,
  'i',
);

/** Every ordinary number has at least two digits; without them it is a Latin word after a province's letter. */
const hasTwoDigits: Judge = (_what, match, span) =>
  (match.groups?.['serial'] ?? '').replace(/\D/g, '').length >= 2 ? span : null;

export const plate: Detector = {
  kind: 'plate',
  inUrls: false,
  find: (text) => spansOf(PLATE, text, hasTwoDigits),
};
