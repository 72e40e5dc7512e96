import type { Span } from './finding.js';
import { spansOf } from './finding.js';
import { KINDS, PLACEHOLDER } from './kinds.js';

/**
 * ASCII only, and none of `, ; ( ) !`: in Chinese text these end a URL far more often than they belong to it.
 * Our own placeholders do belong to it, so that a redacted URL is still one URL.
 */
const PLACEHOLDERS = KINDS.map((kind) => PLACEHOLDER[kind].replace(/[[\]]/g, '\\$&')).join('|');
const URL = new RegExp(`(?:https?://|www\\.)(?:[A-Za-z0-9\\-._~:/?#@$&+=%]|${PLACEHOLDERS})+`, 'i');

export function urlsIn(folded: string): readonly Span[] {
  return /https?:|www\./i.test(folded) ? [...spansOf(URL, folded)] : [];
}
