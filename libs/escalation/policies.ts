import type { ClockRule } from '#workflow';
import type { ClockPolicy, LadderPolicy, WorkCalendar } from './core/index.js';

/** The clocks, ladders and calendar that are in force, as read from `config/` at boot. */
export class EscalationPolicies {
  constructor(
    private readonly clocks: ReadonlyMap<string, ClockPolicy>,
    private readonly ladders: ReadonlyMap<string, LadderPolicy>,
    readonly calendar: WorkCalendar,
  ) {}

  /** Throws for a name that the boot checks should have refused. */
  clock(name: string): ClockPolicy {
    const clock = this.clocks.get(name);
    if (clock === undefined) throw new Error(`no clock named ${name}`);
    return clock;
  }

  findClock(name: string): ClockPolicy | null {
    return this.clocks.get(name) ?? null;
  }

  /** What people call a clock. One that still runs may be gone from the file: then by its name. */
  titleOf(name: string): NonNullable<ClockPolicy['title']> {
    return this.findClock(name)?.title ?? { zh: name, en: name };
  }

  ladder(name: string): LadderPolicy {
    const ladder = this.ladders.get(name);
    if (ladder === undefined) throw new Error(`no ladder named ${name}`);
    return ladder;
  }

  /** Clocks at whose due time the program acts; they are no promise of anybody's. */
  timers(): string[] {
    return this.all().flatMap(([name, { act }]) => (act === undefined ? [] : [name]));
  }

  all(): [string, ClockPolicy][] {
    return [...this.clocks];
  }
}

/** What the workflow engine needs to know of the clocks of one kind of subject. */
export const clockRules = (
  clocks: Readonly<Record<string, ClockPolicy>>,
  subject: string,
): ClockRule[] =>
  Object.entries(clocks)
    .filter(([, clock]) => clock.subject === subject)
    .map(([name, clock]) => ({
      name,
      starts: clock.starts,
      stops: clock.stops,
      continues: clock.continues,
      legal: clock.legal,
      ladder: clock.ladder?.name,
      act: clock.act,
      tell: clock.tell,
    }));
