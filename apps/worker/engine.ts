import type { Worker } from 'bullmq';
import type { AuditRounds, Heartbeat, Sweeper } from '#escalation';
import type { FeedRounds, ImportRounds } from '#intake';
import type { MatchRounds } from '#knowledge';
import type { DeliveryRounds } from '#notify';
import type { DraftRounds, FoldRounds } from '#reporting';
import { Loop, startWorker } from '#platform';
import type { JobHandlers, Logger, MessageWork, Nudges, Queues, Relay } from '#platform';
import { jobs } from '#product';
import type { Housekeeping } from './housekeeping.js';

const RELAY_REST_MS = 1_000;

/**
 * Everything in a worker that runs by itself: the sweep, the relay, the queues' workers, the audit and the heartbeat,
 * the deliveries, the imports, the matching of new topics, the feeds, the lives that figures count, the drafts of reports,
 * the chores.
 */
export class Engine {
  private readonly relayLoop: Loop;
  private workers: Worker[] = [];
  private unlisten: (() => void) | null = null;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly audits: AuditRounds,
    private readonly heartbeat: Heartbeat,
    private readonly deliveries: DeliveryRounds,
    private readonly imports: ImportRounds,
    private readonly matching: MatchRounds,
    private readonly feeds: FeedRounds,
    private readonly lives: FoldRounds,
    private readonly drafts: DraftRounds,
    relay: Relay,
    private readonly messages: MessageWork,
    private readonly handlers: JobHandlers,
    private readonly queues: Queues,
    private readonly nudges: Nudges,
    private readonly housekeeping: Housekeeping,
    private readonly logger: Logger,
  ) {
    this.relayLoop = new Loop(
      async () => {
        await relay.run();
        return RELAY_REST_MS;
      },
      (error) => {
        logger.error('relay failed', error);
      },
    );
  }

  /** Checks that every kind of job has its handler, and starts. */
  start(): void {
    this.handlers.check(jobs);
    this.sweeper.start();
    this.unlisten = this.nudges.on('outbox', () => {
      this.relayLoop.nudge();
    });
    this.relayLoop.start();
    this.housekeeping.start();
    this.audits.start();
    this.heartbeat.start();
    this.deliveries.start();
    this.imports.start();
    this.matching.start();
    this.feeds.start();
    this.lives.start();
    this.drafts.start();
    const { link } = this.queues;
    this.workers = [
      startWorker(link, 'messages', (job) => this.messages.run(job.id ?? ''), this.logger),
      startWorker(
        link,
        'alarms',
        () => {
          this.sweeper.ring();
          return Promise.resolve();
        },
        this.logger,
      ),
      startWorker(
        link,
        'schedules',
        () => {
          this.drafts.ring();
          return Promise.resolve();
        },
        this.logger,
      ),
    ];
  }

  /** Finishes what is running, and takes on nothing new. */
  async stop(): Promise<void> {
    this.unlisten?.();
    await Promise.all([
      this.sweeper.stop(),
      this.relayLoop.stop(),
      this.housekeeping.stop(),
      this.audits.stop(),
      this.heartbeat.stop(),
      this.imports.stop(),
      this.matching.stop(),
      this.feeds.stop(),
      this.lives.stop(),
      this.drafts.stop(),
      this.deliveries.stop(),
      ...this.workers.map((worker) => worker.close()),
    ]);
  }
}
