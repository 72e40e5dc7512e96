import type { Handover } from '../../../api/handovers';
import type { Shift } from '../../../api/shifts';
import { useServerNow } from '../../../time/ticker';
import { clockTime } from '../../../time/zone';
import { useWhen } from '../../../time/use-when';
import { useText } from './text';

const MINUTE = 60_000;

/** Where a shift stands, in one sentence: when to sign in, that one is on duty, what is waited for. */
export function Standing({ shift, given }: { shift: Shift; given: Handover | null }) {
  const t = useText();
  const when = useWhen();
  const now = useServerNow(MINUTE);
  const [from, by] = [Date.parse(shift.signInFrom), Date.parse(shift.signInBy)];
  if (shift.signedOutAt !== null) return t('stand.over');
  if (given?.state === 'waiting') return t('stand.waiting');
  if (given?.state === 'done') return t('stand.handedOver');
  if (shift.signedInAt !== null) return t('stand.onDuty', { to: clockTime(Date.parse(shift.to)) });
  if (now < from) {
    return t('stand.signIn', { from: when.at(shift.signInFrom), by: clockTime(by) });
  }
  return t(now < by ? 'stand.may' : 'stand.mayLate', { by: clockTime(by) });
}
