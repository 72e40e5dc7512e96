import { Injectable } from '@nestjs/common';
import { Clock, Database, Logger, sql } from '#platform';
import type { Actor } from '#workflow';
import { dueDraft } from '../core/index.js';
import type { DraftRule, Period, PeriodType } from '../core/index.js';
import { ReportsConfig } from '../reports-config.js';
import { DraftReport } from '../reports/draft-report.js';

const SYSTEM: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };

/**
 * Drafts what is due and not there: of each kind the last whole period. Whoever asks, and however often, a period is drafted
 * once: at the scheduled minute, at the start of a worker that stood still at that minute, or within the hour when the
 * queue has lost its schedule.
 */
@Injectable()
export class DraftDueReports {
  constructor(
    private readonly database: Database,
    private readonly config: ReportsConfig,
    private readonly drafting: DraftReport,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers the ids of the new drafts. One kind that fails does not keep the others from being drafted. */
  async run(): Promise<string[]> {
    const drafted: string[] = [];
    for (const [type, rule] of this.config.drafts()) {
      try {
        const id = await this.draft(type, rule);
        if (id !== null) drafted.push(id);
      } catch (error) {
        this.logger.error(`drafting the ${type} report failed`, error);
      }
    }
    return drafted;
  }

  private async draft(type: PeriodType, rule: DraftRule): Promise<string | null> {
    const period = dueDraft(type, rule, this.clock.now(), this.config.timeZone);
    if (!(await this.isOwed(type, period))) return null;
    const { language } = rule;
    const asked = {
      ...{ type, ...period, language, period: null, asOf: null, incidentId: null, unitId: null },
    };
    const answer = await this.drafting.run(asked, SYSTEM);
    if (answer.ok) return answer.id;
    // Somebody else was faster: then it is there. Anything else somebody has to see to.
    if ('existing' in answer) return null;
    const reasons = 'problems' in answer ? answer.problems : answer.reasons;
    const codes = reasons.map(({ code }) => code).join(' ');
    this.logger.error(`the ${type} report was not drafted`, { codes });
    return null;
  }

  /** Nothing is owed of a time before the office began to keep records here. */
  private async isOwed(type: PeriodType, { from, to }: Period): Promise<boolean> {
    const [row] = await sql<{ owed: boolean }>(
      this.database.reader,
      `SELECT NOT EXISTS (SELECT 1 FROM reports WHERE type = $1 AND period_from = $2 AND period_to = $3)
         AND EXISTS (SELECT 1 FROM incidents WHERE detected_at < $3) AS owed`,
      [type, new Date(from), new Date(to)],
    );
    return row?.owed ?? false;
  }
}
