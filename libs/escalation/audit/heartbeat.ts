import { Loop, lastBeat } from '#platform';
import type { Clock, Database, Logger } from '#platform';
import type { Instant } from '../core/index.js';
import { openFindings } from './finding.repository.js';
import { keepHeartbeat } from './heartbeat.repository.js';

/** Where an outside watchman waits for a sign of life, and how often he wants one. */
interface HeartbeatConfig {
  readonly url: string;
  readonly everyMs: number;
}

/** Audits are a minute apart; one that is older than two says nothing about now. */
const AUDIT_HOLDS_MS = 120_000;
const TIMEOUT_MS = 10_000;
/** While something is wrong, how soon to look whether it still is. */
const LOOK_AGAIN_MS = 5_000;

/**
 * Tells an outside watchman that all is well, and only then: he raises the alarm when he hears nothing, whatever the
 * reason, up to the whole machine being gone. That he cannot be reached is shown and changes nothing here: if it
 * were a finding, it would be the reason for its own silence.
 */
export class Heartbeat {
  private readonly loop: Loop;
  private readonly stopping = new AbortController();

  constructor(
    private readonly config: HeartbeatConfig | null,
    private readonly database: Database,
    private readonly clock: Clock,
    logger: Pick<Logger, 'error'>,
  ) {
    this.loop = new Loop(
      () => this.once(),
      (error) => {
        logger.error('heartbeat failed', error);
      },
    );
  }

  start(): void {
    if (this.config !== null) this.loop.start();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop.stop();
  }

  /** Pings if all is well. Answers in how many milliseconds to look again. */
  async once(): Promise<number> {
    if (this.config === null) return LOOK_AGAIN_MS;
    const { url, everyMs } = this.config;
    if (!(await this.isAllWell(this.clock.now()))) return Math.min(everyMs, LOOK_AGAIN_MS);
    const error = await ping(url, this.stopping.signal);
    if (!this.stopping.signal.aborted)
      await keepHeartbeat(this.database.reader, this.clock.now(), error);
    return everyMs;
  }

  private async isAllWell(now: Instant): Promise<boolean> {
    const { reader } = this.database;
    const audited = await lastBeat(reader, 'audit');
    if (audited === null || now - audited >= AUDIT_HOLDS_MS) return false;
    return (await openFindings(reader)).length === 0;
  }
}

/** Why the address did not answer; null when it did. Names no part of the address: it is a secret. */
async function ping(url: string, stopping: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    return response.ok ? null : `HTTP ${String(response.status)}`;
  } catch (error) {
    return reasonOf(error);
  }
}

/** fetch wraps what happened in a cause, which has a code when it is the network's. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return `no answer within ${String(TIMEOUT_MS / 1000)} s`;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : error.name;
}
