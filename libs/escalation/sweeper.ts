import { Loop, newId, sql, writeBeat } from '#platform';
import type { Clock, Database, Logger, Metrics, Nudges, Queues } from '#platform';
import type { Sweep } from './sweep/sweep.js';

/** The sweep never rests longer than this, whatever alarms and nudges are lost. */
const LONGEST_REST_MS = 1_000;
/** Nor shorter than this: what is due may be locked by a command that is about to settle it. */
const SHORTEST_REST_MS = 5;
/** Alarms are set for what is due within this time; the rest is far enough for a later round. */
const ALARM_HORIZON_MS = 10 * 60_000;
const ALARM_EVERY_MS = 60_000;
/** A busy sweep runs many times a second; it need not say so each time. */
const BEAT_EVERY_MS = 1_000;

/** Keeps the sweep going in this process: each second, at the next due instant, and when an alarm rings. */
export class Sweeper {
  private readonly loop: Loop;
  private readonly processId = newId();
  private alarmsSetAt = 0;
  private beatAt = 0;
  private away: (() => void) | null = null;

  constructor(
    private readonly sweep: Sweep,
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly nudges: Nudges,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    logger: Logger,
  ) {
    this.loop = new Loop(
      () => this.once(),
      (error) => {
        logger.error('sweep failed', error);
      },
    );
  }

  start(): void {
    this.away = this.nudges.on('deadlines', () => {
      this.alarmsSetAt = 0;
      this.loop.nudge();
    });
    this.loop.start();
  }

  /** What an alarm does. */
  ring(): void {
    this.loop.nudge();
  }

  async stop(): Promise<void> {
    this.away?.();
    await this.loop.stop();
  }

  private async once(): Promise<number> {
    const fired = await this.sweep.run(this.clock.now());
    if (fired > 0) this.nudges.send('stream', 'deliveries');
    this.metrics.lastSweep.set(this.clock.now() / 1000);
    await this.beat(this.clock.now());
    if (this.clock.now() - this.alarmsSetAt > ALARM_EVERY_MS) void this.setAlarms();
    const next = await this.sweep.nextInstant();
    return next === null
      ? LONGEST_REST_MS
      : Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, next - this.clock.now()));
  }

  /** Lets other processes know that the sweep is alive. */
  private async beat(at: number): Promise<void> {
    if (at - this.beatAt < BEAT_EVERY_MS) return;
    await writeBeat(this.database.reader, { processId: this.processId, kind: 'sweep', at });
    this.beatAt = at;
  }

  /** One delayed job for each second in which something is due: its id is the second, so that they fold. */
  private async setAlarms(): Promise<void> {
    const now = this.clock.now();
    this.alarmsSetAt = now;
    const rows = await sql<{ second: string }>(
      this.database.reader,
      `SELECT DISTINCT ceil(extract(epoch FROM fire_at))::bigint AS second FROM (
         SELECT fire_at FROM deadlines WHERE fire_at > $1 AND fire_at <= $2
         UNION ALL SELECT fire_at FROM escalations WHERE fire_at > $1 AND fire_at <= $2
       ) due ORDER BY 1`,
      [new Date(now), new Date(now + ALARM_HORIZON_MS)],
    );
    const alarms = rows.map(({ second }) => ({
      id: `due-${second}`,
      name: 'alarm',
      delayMs: Number(second) * 1000 - now,
    }));
    // The sweep fires without them: a queue that is away is no reason to stop.
    await this.queues.add('alarms', alarms).catch(() => undefined);
  }
}
