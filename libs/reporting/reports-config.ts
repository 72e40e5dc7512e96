import { isRole } from '#identity';
import type { Role } from '#identity';
import { PERIOD_TYPES } from './core/index.js';
import type { DraftRule, PeriodType, ReportType, ReportsFile } from './core/index.js';

/** Who is sent a report of whose readers nothing is said. */
const USUAL_READERS: readonly Role[] = ['leader'];

/** What config/reports.yaml says: what the program drafts by itself, and who is sent what was issued. */
export class ReportsConfig {
  constructor(
    readonly timeZone: string,
    private readonly file: ReportsFile,
  ) {}

  drafts(): readonly (readonly [PeriodType, DraftRule])[] {
    return PERIOD_TYPES.flatMap((type) => {
      const rule = this.file.drafts[type] ?? null;
      return rule === null ? [] : [[type, rule] as const];
    });
  }

  readersOf(type: ReportType): readonly Role[] {
    return this.file.readers[type]?.filter(isRole) ?? USUAL_READERS;
  }
}
