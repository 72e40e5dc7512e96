import { hashOf } from '#platform';
import type { ReportRow } from './report.repository.js';

/** SHA-256 of all that somebody reads in a report, and of what it is about. Who has signed it is in the timeline. */
export const hashOfReport = (row: ReportRow): string =>
  hashOf({
    ...{ id: row.id, type: row.type, about: row.about, language: row.language },
    ...{ incidentId: row.incidentId, unitId: row.unitId },
    ...{ title: row.title, periodName: row.periodName },
    from: row.from.toISOString(),
    to: row.to.toISOString(),
    asOf: row.asOf.toISOString(),
    ...{ edition: row.edition, previousId: row.previousId, reason: row.reason },
    ...{ content: row.content, edits: row.edits },
  });
