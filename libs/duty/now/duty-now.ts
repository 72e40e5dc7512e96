import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { RequestActor } from '#identity';
import { Clock } from '#platform';
import type { Tx } from '#platform';
import { actorOf } from '#workflow';
import { POSITIONS } from '../core/index.js';
import type { Position } from '../core/index.js';
import { DutyPolicy } from '../duty-policy.js';
import { People } from '../people.js';
import { shiftId } from '../roster/shift-id.js';
import { signInOpens } from '../roster/shift-times.js';
import { RotaOnDuty } from '../rota-on-duty.js';
import { allShifts } from '../shifts/planned-shifts.js';
import { ShiftPresenter } from '../shifts/present-shift.js';
import { findShift } from '../shifts/shift.repository.js';
import type { ShiftRow } from '../shifts/shift.repository.js';
import { StandIns } from '../stand-in.js';
import { iso } from '../windows.js';
import type { DutyNowView, DutyPersonView, DutyPositionView, NextHandoverView } from './now.dto.js';

const DAY_MS = 24 * 3_600_000;
/** One's next shift is looked for within this time; a hand-over comes sooner. */
const AHEAD_MS = 31 * DAY_MS;

/** The duty desk's column: who is on duty, what comes next, and what is mine. */
@Injectable()
export class DutyNow {
  constructor(
    private readonly rota: RotaOnDuty,
    private readonly standIns: StandIns,
    private readonly policy: DutyPolicy,
    private readonly people: People,
    private readonly directory: Directory,
    private readonly shifts: ShiftPresenter,
    private readonly clock: Clock,
  ) {}

  async present(tx: Tx, user: RequestActor): Promise<DutyNowView> {
    const now = this.clock.now();
    const positions: DutyPositionView[] = [];
    for (const position of POSITIONS) positions.push(await this.position(tx, position, now));
    const ahead = await allShifts(tx, { from: now, to: now + AHEAD_MS }, this.policy, now);
    const mine = ahead.filter(({ userId }) => userId === user.id);
    const current =
      mine.find((shift) => this.isOn(shift, now)) ?? (await this.unfinished(tx, user));
    const next = mine.find((shift) => shift.state === 'planned' && shift.id !== current?.id);
    const views = await this.shifts.list(
      tx,
      [current, next].filter((one) => one !== undefined),
      actorOf(user),
    );
    const view = (shift: ShiftRow | undefined) => views.find(({ id }) => id === shift?.id) ?? null;
    return {
      at: iso(now),
      positions,
      nextHandover: await this.nextHandover(tx, ahead, now),
      mine: view(current),
      myNext: view(next),
    };
  }

  /** Running, or so near that one can sign in. */
  private isOn(shift: ShiftRow, now: number): boolean {
    const open = signInOpens(shift, this.policy.shift) <= now;
    return shift.version > 0 && (shift.state === 'on-duty' || (shift.state === 'planned' && open));
  }

  /** A shift that is over by the clock, whose person has not signed out yet. */
  private async unfinished(tx: Tx, user: RequestActor): Promise<ShiftRow | undefined> {
    const now = this.clock.now();
    const window = { from: now - DAY_MS, to: now, userId: user.id };
    const rows = await allShifts(tx, window, this.policy, now);
    return rows.find(({ state }) => state === 'on-duty');
  }

  private async position(tx: Tx, position: Position, now: number): Promise<DutyPositionView> {
    const on = await this.rota.shiftsAt(tx, position, now);
    const ids = on.map(({ userId }) => userId);
    const standIns = on.length === 0 ? await this.standIns.of(tx, position) : [];
    const named = await this.people.named(tx, [...ids, ...standIns]);
    const phones = await this.directory.phones(tx, ids);
    const people: DutyPersonView[] = [];
    for (const shift of on) {
      const id = shiftId(shift.scheduleId, shift);
      const made = await findShift(tx, id);
      people.push({
        ...named(shift.userId),
        phone: phones.get(shift.userId) ?? null,
        until: iso(shift.to),
        via: shift.via,
        shiftId: id,
        signedIn: made?.state === 'on-duty',
      });
    }
    return { position, people, gap: on.length === 0, standIns: standIns.map(named) };
  }

  /** The next moment at which duty passes from one person to another. */
  private async nextHandover(
    tx: Tx,
    ahead: readonly ShiftRow[],
    now: number,
  ): Promise<NextHandoverView | null> {
    const ends = ahead
      .filter(({ from, to }) => from <= now && to > now)
      .sort((a, b) => a.to - b.to || a.position.localeCompare(b.position));
    const [first] = ends;
    if (first === undefined) return null;
    const follows = ahead.find(
      ({ scheduleId, position, from }) =>
        scheduleId === first.scheduleId && position === first.position && from === first.to,
    );
    const named = await this.people.named(tx, [first.userId, follows?.userId ?? null]);
    return {
      at: iso(first.to),
      position: first.position,
      from: named(first.userId),
      to: follows === undefined ? null : named(follows.userId),
    };
  }
}
