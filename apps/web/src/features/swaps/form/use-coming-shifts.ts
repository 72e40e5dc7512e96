import { useState } from 'react';
import { useShifts, type Shift } from '../../../api/shifts';
import { useWhen } from '../../../time/use-when';
import { serverNow } from '../../../time/server-clock';

const DAYS_AHEAD = 60;
const DAY = 86_400_000;

/** From now on, as far as people plan; the same window for as long as the form is open. */
function useWindow() {
  const [window] = useState(() => {
    const now = serverNow();
    return {
      from: new Date(now).toISOString(),
      to: new Date(now + DAYS_AHEAD * DAY).toISOString(),
    };
  });
  return window;
}

/** Shifts that have not begun: only those can change hands. */
export function useComingShifts(userId: string, scheduleId: string): readonly Shift[] {
  const window = useWindow();
  const { data } = useShifts(userId === '' ? null : { ...window, userId, scheduleId });
  if (userId === '') return [];
  return (data?.items ?? []).filter(({ from, state }) => state === 'planned' && from > window.from);
}

/** For a select: "明天 08:00–20:00". */
export function useShiftOptions(shifts: readonly Shift[]) {
  const when = useWhen();
  return shifts.map(({ id, from, to }) => ({ value: id, label: when.span(from, to) }));
}
