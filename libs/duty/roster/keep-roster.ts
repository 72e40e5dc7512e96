import { Injectable } from '@nestjs/common';
import { Notifier } from '#notify';
import type { NewNotification } from '#notify';
import { Clock, Database, Nudges } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime } from '#workflow';
import { shiftsOf } from '../core/index.js';
import type { Shift } from '../core/index.js';
import { DutyPolicy } from '../duty-policy.js';
import { loadPlan, lockSchedule, schedulesInUse } from '../schedules/schedule.repository.js';
import { SYSTEM, ShiftCommands, tellPages } from '../shifts/shift-command.js';
import { insertShift, saveVia, shiftsBetween } from '../shifts/shift.repository.js';
import type { ShiftRow } from '../shifts/shift.repository.js';
import { shiftId } from './shift-id.js';
import { signInOpens, timesOfOver, timesOfPlanned, timesOfRunning } from './shift-times.js';

/** What became different for people, so that they can be told. */
interface Changes {
  readonly gained: Map<string, ShiftRef[]>;
  readonly lost: Map<string, ShiftRef[]>;
}

interface ShiftRef {
  readonly id: string;
  readonly from: number;
}

/** Makes, moves and cancels shifts so that they are what the rota says, from now to some days ahead. */
@Injectable()
export class KeepRoster {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly commands: ShiftCommands,
    private readonly policy: DutyPolicy,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** All schedules in use, each in a transaction of its own: the rota goes on by itself as time does. */
  async all(): Promise<void> {
    const now = this.clock.now();
    for (const scheduleId of await schedulesInUse(this.database.reader)) {
      await this.database.transaction((tx) => this.schedule(tx, scheduleId, now));
    }
    this.nudges.send('stream', 'deadlines', 'outbox');
  }

  /**
   * One schedule, in the caller's transaction. `cause` names a change of the rota about which people are told, each
   * once; without it time has only gone on.
   */
  async schedule(tx: Tx, scheduleId: string, now: number, cause?: string): Promise<void> {
    await lockSchedule(tx, scheduleId);
    const window = { from: now, to: now + this.policy.shift.planAhead };
    const plan = await loadPlan(tx, scheduleId, window);
    const wanted = new Map(
      shiftsOf(plan, window, this.policy.isHoliday).map((shift) => [
        shiftId(scheduleId, shift),
        shift,
      ]),
    );
    // Beyond the window, too: a shift that was made for later may have to go. One that ends this very moment may
    // have to go on after all.
    const made = await shiftsBetween(tx, {
      from: now - 1,
      to: Number.MAX_SAFE_INTEGER / 1e3,
      scheduleId,
    });
    const changes: Changes = { gained: new Map(), lost: new Map() };
    for (const row of made) {
      const shift = wanted.get(row.id);
      await this.settle(tx, row, shift, now, changes);
      // A swap or an override may give somebody what is theirs by turn: the same shift, by another way.
      if (shift !== undefined && shift.via !== row.via) await saveVia(tx, row.id, shift.via);
    }
    const known = new Set(made.map(({ id }) => id));
    for (const [id, shift] of wanted) {
      if (known.has(id)) continue;
      await this.make(tx, id, scheduleId, shift, now);
      add(changes.gained, shift.userId, { id, from: shift.from });
    }
    if (cause !== undefined) await this.notifier.tell(tx, tidings(cause, changes), now);
  }

  private async settle(
    tx: Tx,
    row: ShiftRow,
    shift: Shift | undefined,
    now: number,
    { gained, lost }: Changes,
  ): Promise<void> {
    const { policy } = this;
    const ref = { id: row.id, from: row.from };
    switch (row.state) {
      case 'ended':
      case 'missed':
        return;
      case 'cancelled':
        if (shift === undefined) return;
        await this.give(tx, row.id, 'reinstate', now, {
          endsAt: shift.to,
          ...timesOfPlanned(shift, policy.shift, now),
        });
        add(gained, row.userId, ref);
        return;
      case 'planned':
        if (shift === undefined) {
          if (row.to <= now) return;
          await this.drop(tx, row, now);
          add(lost, row.userId, ref);
        } else if (shift.to !== row.to) {
          const times = timesOfPlanned(shift, policy.shift, now);
          await this.give(tx, row.id, 'move', now, { endsAt: shift.to, ...times });
        }
        return;
      case 'on-duty': {
        // Whoever is on and is named no longer has been relieved: the shift ends now.
        const to = shift?.to ?? Math.max(row.from, now);
        if (to === row.to) return;
        await this.give(tx, row.id, 'move', now, {
          endsAt: to,
          ...timesOfRunning({ to }, policy.shift),
        });
        if (shift === undefined) add(lost, row.userId, ref);
      }
    }
  }

  /** A shift that nobody has signed in to, and that the rota names no longer. What has passed of it stays. */
  private async drop(tx: Tx, row: ShiftRow, now: number): Promise<void> {
    if (row.from >= now) await this.give(tx, row.id, 'cancel', now, {});
    else
      await this.give(tx, row.id, 'move', now, {
        endsAt: now,
        ...timesOfOver({ to: now }, this.policy.shift),
      });
  }

  private async give(
    tx: Tx,
    id: string,
    name: string,
    now: number,
    times: Readonly<Record<string, number | null>>,
  ): Promise<void> {
    const params = Object.fromEntries(Object.entries(times).filter(([, at]) => at !== null));
    const command = { shiftId: id, name, actor: SYSTEM, computed: () => params };
    const decision = await this.commands.give(tx, command, now);
    if (decision?.ok !== true)
      throw new Error(
        `the program's own ${name} of a shift was refused: ${JSON.stringify(decision)}`,
      );
  }

  private async make(
    tx: Tx,
    id: string,
    scheduleId: string,
    shift: Shift,
    now: number,
  ): Promise<void> {
    const times = timesOfPlanned(shift, this.policy.shift, now);
    const params = {
      scheduleId,
      position: shift.position,
      userId: shift.userId,
      people: [shift.userId],
      startsAt: shift.from,
      endsAt: shift.to,
      signInFrom: signInOpens(shift, this.policy.shift),
      ...Object.fromEntries(Object.entries(times).filter(([, at]) => at !== null)),
    };
    const command = { name: 'create', actor: SYSTEM, params, expectedVersion: null };
    const decision = await this.runtime.create(tx, 'shift', id, command, now);
    if (!decision.ok)
      throw new Error(`the program could not make a shift: ${JSON.stringify(decision.reasons)}`);
    await insertShift(tx, id, scheduleId, shift);
    await tellPages(tx, decision, now);
  }
}

function add(map: Map<string, ShiftRef[]>, userId: string, shift: ShiftRef): void {
  map.set(userId, [...(map.get(userId) ?? []), shift]);
}

/** One notification for each person, whatever the number of shifts. */
function tidings(cause: string, { gained, lost }: Changes): NewNotification[] {
  const people = [...new Set([...gained.keys(), ...lost.keys()])];
  return people.map((userId) => {
    const [more, fewer] = [gained.get(userId) ?? [], lost.get(userId) ?? []];
    const [first] = [...more, ...fewer].sort((a, b) => a.from - b.from);
    return {
      cause: `rota:${cause}`,
      userIds: [userId],
      topic: 'rota.changed',
      subjectType: 'shift',
      subjectId: first?.id ?? '',
      escalationId: null,
      data: { gained: more.length, lost: fewer.length, from: first?.from ?? null },
    };
  });
}
