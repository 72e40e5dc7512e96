import type { Instant } from '../core/schedule.js';

type Act = () => Promise<void>;

/** What people will do, in the order of time; of one time, in the order in which it was planned. */
export class Agenda {
  private readonly planned: { readonly at: Instant; readonly act: Act }[] = [];

  plan(at: Instant, act: Act): void {
    const after = this.planned.findIndex((other) => other.at > at);
    this.planned.splice(after === -1 ? this.planned.length : after, 0, { at, act });
  }

  /** Goes from act to act until an instant. Acts may plan others. */
  async run(until: Instant, goTo: (at: Instant) => Promise<void>): Promise<void> {
    for (;;) {
      const [next] = this.planned;
      if (next === undefined || next.at > until) break;
      this.planned.shift();
      await goTo(next.at);
      await next.act();
    }
    await goTo(until);
  }
}
