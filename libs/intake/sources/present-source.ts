import type { ReadingView, SourceView } from './source.dto.js';
import type { SourceStanding } from './source.repository.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentSource = (row: SourceStanding, now: number): SourceView => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  url: row.url,
  mapping: { ...row.mapping },
  active: row.active,
  everyMinutes: row.every_minutes,
  keywordRule: row.keyword_rule,
  tokenMadeAt: iso(row.token_made_at),
  reading: presentReading(row, now),
  version: row.version,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});

function presentReading(row: SourceStanding, now: number): ReadingView | null {
  if (row.failures === null) return null;
  return {
    nextReadAt: iso(row.next_read_at),
    isBeingRead: row.leased_until !== null && row.leased_until.getTime() > now,
    lastReadAt: iso(row.last_read_at),
    lastGoodAt: iso(row.last_good_at),
    failures: row.failures,
    problem: row.problem,
    takenIn: Number(row.taken_in),
    leftOut: Number(row.left_out),
  };
}
