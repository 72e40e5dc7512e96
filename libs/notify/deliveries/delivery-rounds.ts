import { setTimeout as delay } from 'node:timers/promises';
import { Loop } from '#platform';
import type { Clock, Logger, Nudges } from '#platform';
import type { ChannelName } from '../core/channel-name.js';
import type { Dispatcher } from './dispatcher.js';

const LONGEST_REST_MS = 1_000;
const LEFTOVERS_EVERY_MS = 10 * 60_000;
const SHORTEST_REST_MS = 20;
/** A stop has 10 s in all. What is still being sent then is in doubt: it may arrive, and nobody will know. */
const LONGEST_STOP_MS = 5_000;

/** Keeps deliveries going in this process: each channel at its own pace, at the next due instant or sooner. */
export class DeliveryRounds {
  private readonly loops: readonly Loop[];
  private readonly leftovers: Loop;
  private away: (() => void) | null = null;

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly nudges: Nudges,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    const loopOf = (name: string, work: () => Promise<number>): Loop =>
      new Loop(work, (error) => {
        logger.error(`deliveries by ${name} failed`, error);
      });
    this.loops = dispatcher.channels.map((name) => loopOf(name, () => this.once(name)));
    this.leftovers = loopOf('channels not in use', async () => {
      await dispatcher.expireLeftovers(this.clock.now());
      return LEFTOVERS_EVERY_MS;
    });
  }

  start(): void {
    this.away = this.nudges.on('deliveries', () => {
      for (const loop of this.loops) loop.nudge();
    });
    for (const loop of [...this.loops, this.leftovers]) loop.start();
  }

  async stop(): Promise<void> {
    this.away?.();
    const given = new AbortController();
    const late = delay(LONGEST_STOP_MS, undefined, { signal: given.signal }).catch(() => undefined);
    const stopped = Promise.all([...this.loops, this.leftovers].map((loop) => loop.stop()));
    await Promise.race([stopped, late]).finally(() => given.abort());
  }

  private async once(channel: ChannelName): Promise<number> {
    await this.dispatcher.runChannel(channel, this.clock.now());
    const next = await this.dispatcher.nextDue(channel);
    const rest = next === null ? LONGEST_REST_MS : next - this.clock.now();
    return Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, rest));
  }
}
