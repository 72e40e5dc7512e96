import { useSchedules } from '../../../api/rota';
import type { Schedule } from '../../../api/rota-types';
import type { Shift } from '../../../api/shifts';
import { useOfferSwap } from '../../../api/swaps';
import type { Person } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import { useWhen } from '../../../time/use-when';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { useText } from '../text';
import { OfferForm } from './OfferForm';

/** Offers one of my shifts to somebody, or to everybody. Its own chunk: few shifts are swapped. */
export default function OfferDialog({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const { data: schedules = [] } = useSchedules();
  const schedule = schedules.find(({ id }) => id === shift.scheduleId);
  const offer = useOfferSwap(shift.scheduleId, () => {
    announce(t('offer.done'));
    onClose();
  });
  const position = common(`position.${shift.position}`);
  return (
    <Dialog
      title={t('offer.title', { span: when.span(shift.from, shift.to), position })}
      onClose={onClose}
    >
      <OfferForm
        shift={shift}
        people={schedule ? colleagues(schedule, shift) : []}
        needsApproval={schedule?.swapNeedsApproval ?? true}
        error={offer.error}
        pending={offer.isPending}
        onSubmit={offer.mutate}
        onClose={onClose}
      />
    </Dialog>
  );
}

/** Who takes turns in the same position. */
function colleagues({ positions, people }: Schedule, { position, user }: Shift): readonly Person[] {
  const turns = positions
    .filter((rules) => rules.position === position)
    .flatMap(({ layers }) => layers.flatMap(({ participants }) => participants));
  return people.filter(({ id }) => id !== user.id && turns.includes(id));
}
