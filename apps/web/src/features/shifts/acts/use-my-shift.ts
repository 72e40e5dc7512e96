import { useDutyNow } from '../../../api/duty';
import { useHandover, type Handover } from '../../../api/handovers';
import { useShift, type Shift, type ShiftDetail } from '../../../api/shifts';
import { useServerNow } from '../../../time/ticker';
import { nextActOf, shiftInFocus, type NextAct } from './next-act';

const MINUTE = 60_000;

export interface MyShift {
  readonly shift: ShiftDetail;
  readonly act: NextAct | null;
  /** What this shift has handed over. */
  readonly given: Handover | null;
}

/** What a shift waits for, together with what was handed over before and after it. */
export function useStanding(shift: ShiftDetail | undefined): MyShift | null {
  const now = useServerNow(MINUTE);
  // Who comes next is only of interest to those two.
  const received = useHandover(shift?.previous?.id ?? null).data?.handover ?? null;
  const given = useHandover(shift?.handoverId ? shift.id : null).data?.handover ?? null;
  if (!shift) return null;
  return { shift, given, act: nextActOf({ shift, given, received }, now) };
}

/** My shift of now, or the next one; null while it is not known or there is none. */
export function useMyShift(): { readonly shift: Shift | null; readonly my: MyShift | null } {
  const { data: duty } = useDutyNow();
  const shift = duty ? shiftInFocus(duty.mine, duty.myNext) : null;
  const my = useStanding(useShift(shift?.id ?? null).data);
  return { shift, my };
}
