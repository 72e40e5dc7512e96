import type { RequestActor } from '#identity';
import type { Instant } from '../core/schedule.js';
import type { HandoversController } from '../handovers/handovers.controller.js';
import type { ShiftView } from '../shifts/shift.dto.js';
import type { ShiftsController } from '../shifts/shifts.controller.js';
import type { Agenda } from './agenda.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Chance = (share: number) => boolean;

/** A list that was signed, beside what the room itself remembers as open in that log. */
export interface SignedList {
  readonly at: Instant;
  readonly matters: readonly string[];
  readonly entries: readonly string[];
  readonly remembered: readonly string[];
}

/** What is open in the log of a shift after something was passed on to it, beside what ought to be. */
export interface Received {
  readonly entries: readonly string[];
  readonly remembered: readonly string[];
}

/** People who do what a shift asks of them: sign in, keep the log, hand over, sign for it, sign out. */
export class DutyRoom {
  readonly signed: SignedList[] = [];
  readonly received: Received[] = [];
  readonly signedOut = new Map<string, Instant>();
  /** The end of each shift as it is known, for which its last acts are planned. */
  private readonly ends = new Map<string, string>();
  private readonly open = new Map<string, string[]>();
  private entries = 0;

  constructor(
    private readonly office: {
      readonly agenda: Agenda;
      readonly shifts: ShiftsController;
      readonly handovers: HandoversController;
      readonly people: ReadonlyMap<string, RequestActor>;
      readonly now: () => Instant;
      readonly chance: Chance;
      /** Shifts to which nobody signs in by themselves. */
      readonly forgets: (shift: ShiftView) => boolean;
    },
    private readonly reader: RequestActor,
  ) {}

  /** Plans what is to be done in the next day and a half, after every change of the rota again. */
  async staff(): Promise<void> {
    const now = this.office.now();
    const query = { from: iso(now - 1), to: iso(now + 36 * HOUR) };
    const { items } = await this.office.shifts.list(this.reader, query);
    for (const id of [...this.ends.keys()])
      if (!items.some((shift) => shift.id === id)) this.ends.delete(id);
    for (const shift of items) {
      const { id, to } = shift;
      if (this.signedOut.has(id)) continue;
      if (!this.ends.has(id)) this.planBegin(shift);
      if (this.ends.get(id) !== to) this.planEnd(shift);
      this.ends.set(id, to);
    }
  }

  private planBegin(shift: ShiftView): void {
    const begins = Date.parse(shift.from);
    if (!this.office.forgets(shift))
      this.act(
        shift,
        begins - 12 * MINUTE,
        async () => {
          await this.office.shifts.signIn(this.actor(shift.user.id), shift.id);
        },
        false,
      );
    if (this.office.chance(0.6))
      this.act(shift, begins + 2 * HOUR, () => this.logSomethingOpen(shift), false);
    if (this.office.chance(0.3))
      this.act(shift, begins + 5 * HOUR, () => this.closeTheOldest(shift), false);
  }

  private planEnd(shift: ShiftView): void {
    this.act(shift, Date.parse(shift.to) - 8 * MINUTE, () => this.handOver(shift));
  }

  /** Something to be done at a time, or soon, if by then the shift is still there, and ends when it was to end. */
  private act({ id, to }: ShiftView, at: Instant, work: () => Promise<void>, isOfEnd = true): void {
    this.office.agenda.plan(Math.max(at, this.office.now() + MINUTE), async () => {
      const end = this.ends.get(id);
      if (end === to || (end !== undefined && !isOfEnd)) await work();
    });
  }

  private async logSomethingOpen({ id, user }: ShiftView): Promise<void> {
    this.entries += 1;
    const text = `第${String(this.entries)}件，待续办`;
    await this.office.shifts.log(this.actor(user.id), id, { text, open: true });
    this.open.set(id, [...this.openIn(id), text]);
  }

  private async closeTheOldest({ id, user }: ShiftView): Promise<void> {
    const [oldest, ...rest] = this.openIn(id);
    if (oldest === undefined) return;
    const { log } = await this.office.shifts.one(this.actor(user.id), id);
    const entryId = log.find(({ text, open }) => open && text === oldest)?.id ?? '';
    const body = { entryId, outcome: '已办结' };
    await this.office.shifts.closeEntry(this.actor(user.id), id, body);
    this.open.set(id, rest);
  }

  private async handOver(shift: ShiftView): Promise<void> {
    const me = this.actor(shift.user.id);
    const { next } = await this.office.shifts.one(me, shift.id);
    if (next?.from !== shift.to) {
      this.act(shift, Date.parse(shift.to) + MINUTE, () => this.signOut(shift, '无人接班'));
      return;
    }
    const notes = '见值班记录';
    const { id, matters, entries } = await this.office.handovers.begin(me, shift.id, { notes });
    this.signed.push({
      at: this.office.now(),
      matters: matters.map((matter) => matter.id).sort(),
      entries: entries.map(({ text }) => text),
      remembered: this.openIn(shift.id),
    });
    this.act(shift, Date.parse(shift.to) + 4 * MINUTE, async () => {
      await this.office.handovers.sign(this.actor(next.user.id), id);
      await this.passedOn(shift, next.id);
      this.act(shift, this.office.now() + 2 * MINUTE, () => this.signOut(shift));
    });
  }

  private async signOut(shift: ShiftView, reason?: string): Promise<void> {
    const me = this.actor(shift.user.id);
    const { next } = await this.office.shifts.signOut(me, shift.id, reason ? { reason } : {});
    this.signedOut.set(shift.id, this.office.now());
    if (next !== null) await this.passedOn(shift, next.id);
  }

  private async passedOn({ id }: ShiftView, nextId: string): Promise<void> {
    const remembered = [...this.openIn(nextId), ...this.openIn(id)];
    this.open.set(nextId, remembered);
    this.open.delete(id);
    const { log } = await this.office.shifts.one(this.reader, nextId);
    const entries = log.filter(({ open }) => open).map(({ text }) => text);
    this.received.push({ entries, remembered });
  }

  private openIn(shiftId: string): string[] {
    return this.open.get(shiftId) ?? [];
  }

  private actor(id: string): RequestActor {
    const actor = this.office.people.get(id);
    if (actor === undefined) throw new Error(`nobody has the id ${id}`);
    return actor;
  }
}

const iso = (at: Instant): string => new Date(at).toISOString();
