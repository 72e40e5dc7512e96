import type { Instant } from '../core/schedule.js';
import type { Agenda } from './agenda.js';
import type { Happening } from './expected-ladders.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SEVERITIES = ['I', 'II', 'III', 'III', 'III', 'IV', 'IV', 'unrated', 'unrated'] as const;

/** Who takes an incident, and when: at once, after the leader on duty was told, after all leaders were, nobody. */
export type Fate = 'soon' | 'late' | 'by-leader' | 'never';

/** An incident, and what people did to it. */
export interface Case {
  readonly id: string;
  readonly severity: string;
  /** From when on it belongs to the unit. */
  readonly ownedFrom: Instant;
  readonly happenings: readonly Happening[];
}

type Made = Case & { ownedFrom: Instant; readonly happenings: Happening[] };

interface Office {
  readonly agenda: Agenda;
  readonly now: () => Instant;
  readonly random: {
    whole(from: number, to: number): number;
    one<T>(of: readonly T[]): T;
    chance(share: number): boolean;
  };
  readonly log: () => Promise<string>;
  readonly command: (
    id: string,
    name: string,
    by: 'monitor' | 'officer' | 'analyst',
    body: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  /** A leader whom the ladder has reached takes it. */
  readonly takeLadder: (id: string) => Promise<void>;
  /** The unit that has to do with everything. */
  readonly unitId: string | null;
}

/** Incidents that are reported, taken in time or not, judged and put away. */
export class Desk {
  readonly cases: Case[] = [];

  constructor(private readonly office: Office) {}

  expect(instant: Instant, fate: Fate): void {
    const { agenda, random, log } = this.office;
    agenda.plan(instant, async () => {
      const severity = random.one(SEVERITIES);
      const id = await log();
      const detected = { event: 'detected', at: this.office.now() };
      const made: Made = { id, severity, ownedFrom: Infinity, happenings: [detected] };
      this.cases.push(made);
      await this.act(made, 'report', 'reported', 'monitor', { severity });
      this.planTaking(made, fate);
      this.planUnit(made);
      this.planEnd(made, fate);
    });
  }

  /** The incidents that were open at an instant. */
  openAt(instant: Instant): string[] {
    return this.cases
      .filter(({ happenings }) => {
        const end = happenings.find(({ event }) => event === 'dismissed')?.at ?? Infinity;
        return (happenings[0]?.at ?? Infinity) <= instant && instant < end;
      })
      .map(({ id }) => id)
      .sort();
  }

  private planTaking(made: Made, fate: Fate): void {
    const acknowledge = () => this.act(made, 'acknowledge', 'acknowledged', 'officer', {});
    switch (fate) {
      case 'soon':
        this.later(MINUTE, 4.9 * MINUTE, acknowledge);
        return;
      case 'late':
        this.later(5.1 * MINUTE, 9.9 * MINUTE, acknowledge);
        return;
      case 'by-leader':
        this.later(11 * MINUTE, 40 * MINUTE, async () => {
          await this.office.takeLadder(made.id);
          made.happenings.push({ event: 'acknowledged', at: this.office.now() });
        });
        return;
      case 'never':
    }
  }

  private planUnit(made: Made): void {
    if (!this.office.random.chance(0.4)) return;
    const { unitId } = this.office;
    this.later(10_000, 50_000, async () => {
      await this.office.command(made.id, 'assign', 'officer', { unitId });
      made.ownedFrom = Math.min(made.ownedFrom, this.office.now());
    });
  }

  /** Urgent ones are settled within two hours, the others after hours or days; many are judged before. */
  private planEnd(made: Made, fate: Fate): void {
    const isUrgent = made.severity === 'I' || made.severity === 'II';
    if (fate === 'never') this.later(5 * HOUR, 8 * HOUR, () => this.dismiss(made));
    else if (isUrgent) this.later(0.7 * HOUR, 1.9 * HOUR, () => this.dismiss(made));
    else if (this.office.random.chance(0.4))
      this.later(2 * HOUR, 47 * HOUR, () => this.dismiss(made));
    else {
      this.later(0.7 * HOUR, 1.9 * HOUR, () => this.judge(made, 'judged', 'dispose'));
      this.later(2 * HOUR, 47 * HOUR, () => this.judge(made, 'dismissed', 'dismiss'));
    }
  }

  private dismiss(made: Made): Promise<void> {
    return this.act(made, 'dismiss', 'dismissed', 'officer', { reason: '核实为不实信息' });
  }

  private async judge(made: Made, event: string, decision: string): Promise<void> {
    const severity = made.severity === 'unrated' ? 'III' : made.severity;
    const { unitId } = this.office;
    await this.act(made, 'judge', event, 'analyst', {
      ...{ severity, decision, unitId, verdict: 'unverified', reason: '已核实' },
      likelihood: { spread: 2, believability: 2, timing: 2 },
      consequence: { safety: 2, livelihood: 2, disruption: 2, trust: 2 },
    });
    made.ownedFrom = Math.min(made.ownedFrom, this.office.now());
  }

  private async act(
    made: Made,
    command: string,
    event: string,
    by: 'monitor' | 'officer' | 'analyst',
    body: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.office.command(made.id, command, by, body);
    made.happenings.push({ event, at: this.office.now() });
  }

  private later(from: number, to: number, act: () => Promise<void>): void {
    const { agenda, now, random } = this.office;
    agenda.plan(now() + random.whole(from, to), act);
  }
}
