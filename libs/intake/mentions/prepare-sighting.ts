import { sha256 } from '#platform';
import { topicWordingOf, wordingOf } from '../core/index.js';
import type { RawSighting } from '../core/index.js';

/** A sighting that has passed the redactor, with the keys by which it is one with others. */
export interface PreparedSighting {
  /** The sighting itself: sent again, it is the same. */
  readonly id: string;
  /** Its mention: the same wording at the same place of the same source. */
  readonly mentionKey: string;
  readonly topicKey: string;
  readonly sourceId: string;
  readonly outlet: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly seenAt: number;
  readonly rank: number | null;
  readonly views: number | null;
}

/**
 * Redacts a sighting and works out what it is one with. The keys are made of the redacted words: a hash of a
 * telephone number would be as good as the number to whoever tries all numbers.
 */
export function prepareSighting(
  raw: RawSighting,
  sourceId: string,
  clean: (text: string) => string,
): PreparedSighting {
  const text = clean(raw.text);
  const url = raw.url === null ? null : clean(raw.url);
  const outlet = raw.outlet === null ? null : clean(raw.outlet);
  const wording = wordingOf(text);
  const place = raw.externalId === null ? (url ?? '') : clean(raw.externalId);
  const { seenAt, rank, views } = raw;
  return {
    id: keyOf('sighting', sourceId, outlet ?? '', place, String(seenAt), wording),
    mentionKey: keyOf('mention', sourceId, outlet ?? '', wording),
    topicKey: keyOf('topic', topicWordingOf(text)),
    ...{ sourceId, outlet, text, url, seenAt, rank, views },
  };
}

/** 118 bits of the SHA-256 of the parts, as a UUID of one's own making (RFC 9562, version 8): 16 bytes in the database. */
export function keyOf(...parts: readonly string[]): string {
  const hex = sha256(JSON.stringify(parts));
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(12, 15)}`,
    `8${hex.slice(15, 18)}`,
    hex.slice(18, 30),
  ].join('-');
}
