import type { Tx } from '#platform';
import { shiftsOf } from '../core/index.js';
import type { Shift } from '../core/index.js';
import type { DutyPolicy } from '../duty-policy.js';
import { shiftId } from '../roster/shift-id.js';
import { listSchedules, loadPlan } from '../schedules/schedule.repository.js';
import type { Window } from '../schedules/schedule.repository.js';
import { findShift, shiftsBetween } from './shift.repository.js';
import type { ShiftRow, ShiftSearch } from './shift.repository.js';

/** What the rota says of a schedule, as rows: those that are not made yet have version 0. */
async function plannedIn(
  tx: Tx,
  scheduleId: string,
  window: Window,
  policy: DutyPolicy,
): Promise<ShiftRow[]> {
  const plan = await loadPlan(tx, scheduleId, window);
  return shiftsOf(plan, window, policy.isHoliday).map((shift) => unmade(scheduleId, shift));
}

const unmade = (scheduleId: string, shift: Shift): ShiftRow => ({
  id: shiftId(scheduleId, shift),
  scheduleId,
  position: shift.position,
  userId: shift.userId,
  from: shift.from,
  to: shift.to,
  via: shift.via,
  state: 'planned',
  version: 0,
  signedInAt: null,
  late: false,
  signedOutAt: null,
  handoverId: null,
});

/**
 * Shifts of a window: those that were made, whatever became of them, and those that the rota says will be. Of the
 * past only what was made is known.
 */
export async function allShifts(
  tx: Tx,
  search: ShiftSearch,
  policy: DutyPolicy,
  now: number,
): Promise<ShiftRow[]> {
  const made = await shiftsBetween(tx, search);
  const known = new Set(made.map(({ id }) => id));
  const ahead: ShiftRow[] = [];
  for (const { id, archivedAt } of await listSchedules(tx)) {
    if (archivedAt !== null || (search.scheduleId !== undefined && search.scheduleId !== id))
      continue;
    const planned = await plannedIn(tx, id, search, policy);
    ahead.push(...planned.filter((row) => row.to > now && !known.has(row.id) && fits(row, search)));
  }
  return [...made.filter(isKept), ...ahead].sort(
    (a, b) => a.from - b.from || a.position.localeCompare(b.position) || a.id.localeCompare(b.id),
  );
}

/** Nothing is left of a shift that was cancelled, also when its person had signed in before its start. */
const isKept = ({ state, from, to }: ShiftRow): boolean => state !== 'cancelled' && from < to;

const fits = (row: ShiftRow, { userId, position }: ShiftSearch): boolean =>
  (userId === undefined || row.userId === userId) &&
  (position === undefined || row.position === position);

/** A shift by its id, made or not: the id itself says when it begins. */
export async function findAnyShift(
  tx: Tx,
  id: string,
  policy: DutyPolicy,
): Promise<ShiftRow | null> {
  const made = await findShift(tx, id);
  if (made !== null) return made;
  const from = parseInt(id.replace('-', '').slice(0, 12), 16);
  for (const schedule of await listSchedules(tx)) {
    if (schedule.archivedAt !== null) continue;
    const planned = await plannedIn(tx, schedule.id, { from, to: from + 1 }, policy);
    const found = planned.find((row) => row.id === id);
    if (found !== undefined) return found;
  }
  return null;
}
