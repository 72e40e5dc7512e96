import type { Tx } from '../database/tx.js';
import { verifyTimeline } from './verify.js';
import type { BrokenEntry, Verification } from './verify.js';

/** What has been written down outside the timeline, and lies beside the database. */
export interface RecordPlace {
  readonly dataDir: string;
}

/**
 * Records, texts and files that are kept outside the timeline while an entry of it holds their hash: whoever edits one
 * by hand is found as surely as whoever edits an entry. A lib exports its checks; `recordChecks` of #product lists them.
 */
export interface RecordCheck {
  /** Number of what was read, and the first that is not as its entry says. */
  run(
    tx: Tx,
    place: RecordPlace,
  ): Promise<{ readonly checked: number; readonly firstBroken?: BrokenEntry }>;
}

/** The timeline first, since the checks compare with it; then everything whose hash it holds. */
export async function verifyRecords(
  tx: Tx,
  checks: readonly RecordCheck[],
  place: RecordPlace,
  onProgress: (checked: number) => void = () => undefined,
): Promise<Verification> {
  const timeline = await verifyTimeline(tx, onProgress);
  if (!timeline.ok) return timeline;
  let { checked } = timeline;
  for (const check of checks) {
    const result = await check.run(tx, place);
    checked += result.checked;
    onProgress(checked);
    if (result.firstBroken !== undefined)
      return { ok: false, checked, firstBroken: result.firstBroken };
  }
  return { ok: true, checked };
}
