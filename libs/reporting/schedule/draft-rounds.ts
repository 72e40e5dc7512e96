import { Loop } from '#platform';
import type { Logger, Queues } from '#platform';
import { patternOf } from '../core/index.js';
import type { ReportsConfig } from '../reports-config.js';
import type { DraftDueReports } from './draft-due-reports.js';

const HOUR_MS = 3_600_000;
const RETRY_MS = 60_000;

/**
 * Drafts reports on their days. BullMQ rings at the minute that config/reports.yaml names, in the organisation's zone; at the
 * start, and once an hour besides, it is looked whether something was missed and the schedules are set again, so that a
 * queue that was emptied costs an hour and not a quarter.
 */
export class DraftRounds {
  private readonly loop: Loop;

  constructor(
    private readonly drafts: DraftDueReports,
    private readonly config: ReportsConfig,
    private readonly queues: Queues,
    logger: Logger,
  ) {
    this.loop = new Loop(
      async () => {
        // What is owed does not wait for a queue that does not answer.
        await this.drafts.run();
        await this.keepSchedules();
        return HOUR_MS;
      },
      (error) => {
        logger.error('scheduling the drafts of reports failed', error);
      },
      RETRY_MS,
    );
  }

  start(): void {
    this.loop.start();
  }

  /** A minute has come at which something is due. */
  ring(): void {
    this.loop.nudge();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  private keepSchedules(): Promise<void> {
    const { timeZone } = this.config;
    const schedules = this.config
      .drafts()
      .map(([type, rule]) => ({ key: `report-${type}`, pattern: patternOf(type, rule), timeZone }));
    return this.queues.keepSchedules('schedules', schedules);
  }
}
