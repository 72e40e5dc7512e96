import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import type { Tx } from '#platform';
import { Papers } from '../papers/papers.js';
import { ReadFacts } from './facts/read-facts.js';
import { paperOf } from './report-paper.js';
import { findReport } from './report.repository.js';
import type { ReportRow } from './report.repository.js';

export const REPORT_FORMATS = ['docx', 'pdf', 'csv', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A report as a file; of one that is out the PDF is always the same, byte for byte. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly papers: Papers,
    private readonly facts: ReadFacts,
    private readonly policies: EscalationPolicies,
  ) {}

  async make(tx: Tx, row: ReportRow, format: ReportFormat): Promise<ReportFile> {
    const before = row.previousId === null ? null : await findReport(tx, row.previousId);
    const nameOf = await this.facts.names(tx, row.language);
    const brief = paperOf(row, before, { zone: this.policies.calendar.timeZone, nameOf });
    return { name: `${fileTitle(row)}.${format}`, bytes: await this.papers[format](brief) };
  }
}

/** A title may hold what no file may be called. */
const fileTitle = ({ title, edition }: ReportRow): string =>
  `${title.replaceAll(/[\\/:*?"<>|]/gu, ' ')}${edition === 1 ? '' : `-${String(edition)}`}`.trim();
