import type { Kind } from './kinds.js';

/** Half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Finding extends Span {
  readonly kind: Kind;
}

export interface Detector {
  readonly kind: Kind;
  /**
   * Whether it may look inside URLs. Identifiers and paths are full of digits, so only kinds whose form
   * proves itself (a checksum, an `@`) may; what else a URL says about a person is found by `url-value`.
   */
  readonly inUrls: boolean;
  /** Spans in folded text, in order, without overlap. Linear in the length of the text. */
  readonly find: (text: string) => Iterable<Span>;
}

/** Turns one match into the span to remove, or null when a look at it says that it is something else. */
export type Judge = (what: string, match: RegExpExecArray, span: Span) => Span | null;

const HAS_PART = '(?<what>';

/**
 * The spans of a pattern: the group `what` where the pattern has one, otherwise the whole match.
 * After a refused match the search goes on one character later, as a true one may begin inside it.
 */
export function* spansOf(pattern: RegExp, text: string, judge?: Judge): Generator<Span> {
  // Offsets of groups (`d`) make every match several times dearer: asked for only where one is needed.
  const flags = pattern.source.includes(HAS_PART) ? 'dg' : 'g';
  const search = new RegExp(pattern.source, flags + pattern.flags);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const [start, end] = match.indices?.groups?.['what'] ?? [match.index, search.lastIndex];
    const span = { start, end };
    const judged = judge === undefined ? span : judge(text.slice(start, end), match, span);
    if (judged === null) search.lastIndex = match.index + 1;
    else yield judged;
  }
}
