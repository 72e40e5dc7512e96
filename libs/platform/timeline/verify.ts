import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';
import { NO_HEAD, entryHash } from './entry.js';
import type { Head } from './entry.js';
import { toEntry } from './read.js';
import type { TimelineRow } from './read.js';

const PAGE = 5_000;

export interface BrokenEntry {
  readonly subjectId: string;
  readonly seq: number;
  readonly reason:
    | 'content does not match its hash'
    | 'chain is interrupted'
    | 'entries are missing at the end'
    | 'record does not match its entry'
    | 'file does not match its entry'
    | 'text does not match its entry';
}

export interface Verification {
  readonly ok: boolean;
  /** Number of entries read. */
  readonly checked: number;
  readonly firstBroken?: BrokenEntry;
}

/** Recomputes every hash of every subject, in pages. Run it in a repeatable-read transaction. */
export async function verifyTimeline(
  tx: Tx,
  onProgress: (checked: number) => void = () => undefined,
): Promise<Verification> {
  let last: TimelineRow | undefined;
  let checked = 0;
  for (;;) {
    const rows = await nextPage(tx, last);
    for (const row of rows) {
      const broken = brokenAfter(last, row);
      if (broken !== null) return { ok: false, checked, firstBroken: broken };
      checked += 1;
      last = row;
    }
    onProgress(checked);
    if (rows.length < PAGE) break;
  }
  const cut = await firstCutChain(tx);
  return cut === null ? { ok: true, checked } : { ok: false, checked, firstBroken: cut };
}

function nextPage(tx: Tx, last: TimelineRow | undefined): Promise<TimelineRow[]> {
  return sql<TimelineRow>(
    tx,
    `SELECT * FROM timeline WHERE $1::uuid IS NULL OR (subject_id, seq) > ($1, $2)
     ORDER BY subject_id, seq LIMIT ${String(PAGE)}`,
    [last?.subject_id ?? null, last?.seq ?? 0],
  );
}

function brokenAfter(last: TimelineRow | undefined, row: TimelineRow): BrokenEntry | null {
  const before: Head = last?.subject_id === row.subject_id ? last : NO_HEAD;
  const entry = toEntry(row);
  if (entryHash(entry) !== entry.hash) {
    return {
      subjectId: entry.subjectId,
      seq: entry.seq,
      reason: 'content does not match its hash',
    };
  }
  if (entry.seq !== before.seq + 1 || entry.prevHash !== before.hash) {
    return { subjectId: entry.subjectId, seq: entry.seq, reason: 'chain is interrupted' };
  }
  return null;
}

/** A chain that ends before its head says it does has lost its newest entries. */
async function firstCutChain(tx: Tx): Promise<BrokenEntry | null> {
  const [row] = await sql<{ subject_id: string; seq: number }>(
    tx,
    `SELECT h.subject_id, h.seq FROM timeline_heads h
     LEFT JOIN timeline t ON t.subject_id = h.subject_id AND t.seq = h.seq AND t.hash = h.hash
     WHERE h.seq > 0 AND t.subject_id IS NULL ORDER BY h.subject_id LIMIT 1`,
  );
  return row === undefined
    ? null
    : { subjectId: row.subject_id, seq: row.seq, reason: 'entries are missing at the end' };
}
