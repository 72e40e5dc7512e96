import { incidentRecordChecks } from '#incidents';
import type { RecordCheck } from '#platform';
import { releaseRecordChecks } from '#release';
import { instructionRecordChecks, reportRecordChecks } from '#reporting';

/** Everything outside the timeline whose hash it holds: what `audit verify` reads besides the entries. */
export const recordChecks: readonly RecordCheck[] = [
  ...incidentRecordChecks,
  ...releaseRecordChecks,
  ...reportRecordChecks,
  ...instructionRecordChecks,
];
