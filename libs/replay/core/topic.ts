import type { Sighting } from './sightings.js';
import type { Instant } from './values.js';

/** What is known of a topic so far. */
export interface Topic {
  readonly key: string;
  /** The wording in which it was first seen. */
  readonly title: string;
  readonly sightings: number;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /** The best rank so far: the smallest number. */
  readonly peakRank: number;
}

/**
 * The key under which wordings are one topic, on whatever list they stand: hash signs, spaces, punctuation,
 * width and case make no difference (`#清源停水#`, `清源停水！`). A title of signs alone stays itself.
 */
export function topicOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return words === '' ? title.trim() : words;
}

export function seenAgain(topic: Topic | undefined, sighting: Sighting): Topic {
  const { observedAt, rank, title } = sighting;
  if (topic === undefined) {
    const seen = { sightings: 1, firstSeenAt: observedAt, lastSeenAt: observedAt, peakRank: rank };
    return { key: topicOf(title), title, ...seen };
  }
  return {
    ...topic,
    sightings: topic.sightings + 1,
    lastSeenAt: Math.max(topic.lastSeenAt, observedAt),
    peakRank: Math.min(topic.peakRank, rank),
  };
}

const STAYS = 2;
const TOP = 10;

/** A topic that stays on the lists, or that many see at once, is worth an incident. */
export function shouldOpenIncident(topic: Pick<Topic, 'sightings' | 'peakRank'>): boolean {
  return topic.sightings >= STAYS || topic.peakRank <= TOP;
}

function pairsOf(key: string): ReadonlySet<string> {
  const chars = Array.from(key);
  return new Set(chars.slice(1).map((char, i) => `${chars[i] ?? ''}${char}`));
}

/** Share of character pairs that two keys have in common (Sørensen–Dice): 0 nothing, 1 the same pairs. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  const total = left.size + right.size;
  return total === 0 ? Number(a === b) : (2 * shared) / total;
}

/** From here on an officer would take two titles for one matter. */
const ALIKE = 0.6;

/** The topic that is most like this one, if any is like it. */
export function mostAlike(key: string, others: Iterable<string>): string | null {
  let best: string | null = null;
  let most = ALIKE;
  for (const other of others) {
    const alike = other === key ? 0 : likeness(key, other);
    if (alike >= most) [best, most] = [other, alike];
  }
  return best;
}
