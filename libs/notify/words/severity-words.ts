import type { Severity } from '../core/severity.js';
import type { Words } from './words.js';

/** Severity as a message begins with it; null when there is none to tell. */
export const SEVERITY_WORDS: Readonly<Record<Severity, Words | null>> = {
  I: { zh: 'Ⅰ级 特别重大', en: 'Severity I' },
  II: { zh: 'Ⅱ级 重大', en: 'Severity II' },
  III: { zh: 'Ⅲ级 较大', en: 'Severity III' },
  IV: { zh: 'Ⅳ级 一般', en: 'Severity IV' },
  unrated: null,
};
