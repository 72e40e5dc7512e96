import { hashOf } from './hash.js';

/** Something that happened to a subject, before it has its place in the chain. */
export interface NewEntry {
  readonly subjectId: string;
  readonly subjectType: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: { readonly kind: 'user' | 'system'; readonly id: string | null };
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An entry in its place: number `seq` of its subject, bound to the entry before it. */
export interface TimelineEntry extends NewEntry {
  readonly seq: number;
  /** Hex SHA-256 of the entry before; empty for the first. */
  readonly prevHash: string;
  readonly hash: string;
}

/** The end of a subject's chain. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const NO_HEAD: Head = { seq: 0, hash: '' };

/** Binds an entry to the end of its subject's chain. */
export function bind(entry: NewEntry, head: Head): TimelineEntry {
  // What is hashed is what jsonb will give back: no undefined members, dates as text.
  const data = JSON.parse(JSON.stringify(entry.data)) as Readonly<Record<string, unknown>>;
  const placed = { ...entry, data, seq: head.seq + 1, prevHash: head.hash };
  return { ...placed, hash: entryHash(placed) };
}

/** What the hash covers: every stored field but the hash itself. */
export function entryHash(entry: Omit<TimelineEntry, 'hash'>): string {
  return hashOf({
    subjectId: entry.subjectId,
    subjectType: entry.subjectType,
    seq: entry.seq,
    at: new Date(entry.at).toISOString(),
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    type: entry.type,
    data: entry.data,
    prevHash: entry.prevHash,
  });
}
