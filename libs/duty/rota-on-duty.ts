import { Injectable } from '@nestjs/common';
import { POSITIONS } from '#escalation';
import type { Position } from '#escalation';
import { Directory } from '#identity';
import type { OnDuty } from '#notify';
import type { Tx } from '#platform';
import { whoIsOnDuty } from './core/index.js';
import type { Shift } from './core/index.js';
import { DutyPolicy } from './duty-policy.js';
import { loadPlan, schedulesInUse } from './schedules/schedule.repository.js';
import { StandIns } from './stand-in.js';

/** A piece of duty with the schedule that it is of. */
export interface OwnedShift extends Shift {
  readonly scheduleId: string;
}

/** Who is on duty according to the rota; where it has nobody, whoever stands in. */
@Injectable()
export class RotaOnDuty implements OnDuty {
  constructor(
    private readonly policy: DutyPolicy,
    private readonly standIns: StandIns,
    private readonly directory: Directory,
  ) {}

  async at(tx: Tx, position: string, now: number): Promise<readonly string[]> {
    const known = POSITIONS.find((name) => name === position);
    if (known === undefined) return [];
    const shifts = await this.shiftsAt(tx, known, now);
    const people = [...new Set(shifts.map(({ userId }) => userId))];
    // Somebody who has left is on duty on paper only: nobody would be told.
    const active = await this.directory.usersByUsername(tx, people);
    return active.length > 0 ? active : this.standIns.of(tx, known);
  }

  /** What the rota itself says, of all schedules. */
  async shiftsAt(tx: Tx, position: Position, now: number): Promise<OwnedShift[]> {
    const found: OwnedShift[] = [];
    for (const scheduleId of await schedulesInUse(tx)) {
      const plan = await loadPlan(tx, scheduleId, { from: now, to: now + 1 });
      const shift = whoIsOnDuty(plan, position, now, this.policy.isHoliday);
      if (shift !== null) found.push({ ...shift, scheduleId });
    }
    return found;
  }
}
