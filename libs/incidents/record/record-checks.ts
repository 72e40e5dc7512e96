import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { hashOf, sql } from '#platform';
import type { BrokenEntry, RecordCheck, Tx } from '#platform';
import { FileStore } from '../attachments/file-store.js';
import { judgementCheck } from '../judgement/judgement-check.js';
import type { IncidentRecord } from './incident-record.js';
import { commitmentTo, wordingsOf } from './wording.js';

const PAGE = 100;

interface SealedRow {
  readonly subject_id: string;
  readonly seq: number;
  readonly said: string | null;
  readonly record: IncidentRecord | null;
  readonly sha256: string | null;
}

/** Every frozen record is there, as the timeline says, and the wordings that are still kept are those of then. */
const records: RecordCheck = {
  async run(tx) {
    let checked = 0;
    let last: SealedRow | undefined;
    for (;;) {
      const rows = await sealedAfter(tx, last);
      for (const row of rows) {
        if (!(await isAsSealed(tx, row))) return { checked, firstBroken: brokenAt(row) };
        checked += 1;
        last = row;
      }
      if (rows.length < PAGE) break;
    }
    const stray = await recordNobodySealed(tx);
    return stray === null ? { checked } : { checked, firstBroken: stray };
  },
};

const brokenAt = ({ subject_id, seq }: SealedRow): BrokenEntry => ({
  ...{ subjectId: subject_id, seq },
  reason: 'record does not match its entry',
});

const sealedAfter = (tx: Tx, last: SealedRow | undefined): Promise<SealedRow[]> =>
  sql<SealedRow>(
    tx,
    `SELECT t.subject_id, t.seq, t.data->>'sha256' AS said, r.record, r.sha256 FROM timeline t
     LEFT JOIN incident_records r ON r.incident_id = t.subject_id AND r.sealed_seq = t.seq
     WHERE t.type = 'record-sealed' AND ($1::uuid IS NULL OR (t.subject_id, t.seq) > ($1, $2))
     ORDER BY t.subject_id, t.seq LIMIT ${String(PAGE)}`,
    [last?.subject_id ?? null, last?.seq ?? 0],
  );

async function isAsSealed(tx: Tx, { said, record, sha256 }: SealedRow): Promise<boolean> {
  if (record === null || said !== sha256 || hashOf(record) !== said) return false;
  const kept = await wordingsOf(
    tx,
    record.mentions.map(({ id }) => id),
  );
  return record.mentions.every(({ id, wordingSha256 }) => {
    const wording = kept.get(id);
    if (wordingSha256 === null || wording === undefined) return true;
    return wording.salt !== null && commitmentTo(wording.salt, wording) === wordingSha256;
  });
}

/** A record that no entry tells of has been put in, or its number was changed. */
async function recordNobodySealed(tx: Tx): Promise<BrokenEntry | null> {
  const [row] = await sql<{ subject_id: string; seq: number }>(
    tx,
    `SELECT r.incident_id AS subject_id, r.sealed_seq AS seq FROM incident_records r
     LEFT JOIN timeline t ON t.subject_id = r.incident_id AND t.seq = r.sealed_seq AND t.type = 'record-sealed'
     WHERE r.sealed_seq IS NOT NULL AND t.subject_id IS NULL ORDER BY r.incident_id LIMIT 1`,
  );
  return row === undefined
    ? null
    : { subjectId: row.subject_id, seq: row.seq, reason: 'record does not match its entry' };
}

interface AttachedRow {
  readonly subject_id: string;
  readonly seq: number;
  readonly said: string;
  readonly sha256: string | null;
}

/** The bytes of every attachment are those that the timeline names. */
const files: RecordCheck = {
  async run(tx, { dataDir }) {
    const store = FileStore.in(dataDir);
    const known = new Map<string, boolean>();
    const rows = await sql<AttachedRow>(
      tx,
      `SELECT t.subject_id, t.seq, t.data->'params'->>'sha256' AS said, a.sha256 FROM timeline t
       LEFT JOIN attachments a ON a.id::text = t.data->'params'->>'attachmentId'
       WHERE t.type = 'attached' AND t.data->'params' ? 'sha256' ORDER BY t.subject_id, t.seq`,
    );
    for (const [index, { subject_id, seq, said, sha256 }] of rows.entries()) {
      const isWhole = known.get(said) ?? (await hashOfFile(store.pathOf(said))) === said;
      known.set(said, isWhole);
      if (isWhole && sha256 === said) continue;
      const reason = 'file does not match its entry';
      return { checked: index, firstBroken: { subjectId: subject_id, seq, reason } };
    }
    return { checked: rows.length };
  },
};

/** Null when there is no such file. */
async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

export const incidentRecordChecks: readonly RecordCheck[] = [records, files, judgementCheck];
