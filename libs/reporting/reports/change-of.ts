import { newId } from '#platform';
import type { Facts } from '#workflow';
import { unsupportedIn } from '../core/index.js';
import { isProvisional } from './provisional.js';
import { hashOfReport } from './frozen.js';
import type { ReportRow } from './report.repository.js';

/** What the program itself tells the rules with a command. */
export function changeOf(name: string, row: ReportRow): Facts {
  switch (name) {
    case 'redraft':
      return {
        ...{ asOf: row.asOf.getTime(), to: row.to.getTime(), isProvisional: isProvisional(row) },
        unsupported: unsupportedIn(row.content, row.edits, row.language),
      };
    case 'approve':
    case 'issue':
      return { sha256: hashOfReport(row) };
    case 'correct':
      return { editionId: newId() };
    default:
      return {};
  }
}
