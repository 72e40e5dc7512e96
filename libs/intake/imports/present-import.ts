import type { ImportItem, ImportView } from './import.dto.js';
import type { ImportRow, KeptReject } from './import.repository.js';

const NOTHING = { sightings: 0, mentions: 0, topics: 0 };

export const presentImport = (row: ImportRow, rejects: readonly KeptReject[]): ImportView => ({
  ...presentItem(row),
  rejectedRows: rejects.map(({ line, reasons }) => ({ line, reasons: [...reasons] })),
});

export function presentItem(row: ImportRow): ImportItem {
  const { outcome } = row;
  return {
    id: row.id,
    source: { id: row.source_id, name: row.source_name },
    fileName: row.file_name,
    bytes: Number(row.bytes),
    dryRun: row.dry_run,
    state: row.state,
    progress: row.progress,
    rows: outcome?.rows ?? 0,
    mentions: outcome?.mentions ?? 0,
    folded: outcome?.folded ?? 0,
    topics: outcome?.topics ?? 0,
    rejected: outcome?.rejected ?? 0,
    added: { ...(outcome?.added ?? NOTHING) },
    format: outcome?.format ?? null,
    encoding: outcome?.encoding ?? null,
    mapping: { ...(outcome?.mapping ?? row.mapping) },
    notes: [...(outcome?.notes ?? [])],
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
