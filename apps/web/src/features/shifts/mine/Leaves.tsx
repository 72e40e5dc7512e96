import Button from 'antd/es/button';
import { useState } from 'react';
import { useMyLeaves, useRemoveLeave, type Leave } from '../../../api/duty';
import type { Shift } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { useServerNow } from '../../../time/ticker';
import { useWhen } from '../../../time/use-when';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { CalendarLink } from '../../rota/calendar/CalendarLink';
import { useText } from '../text';
import { LeaveDialog } from './LeaveDialog';
import styles from './mine.module.css';

const MINUTE = 60_000;

interface LeavesProps {
  readonly userId: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly coming: readonly Shift[];
}

/** My leave, and my calendar. */
export function Leaves({ userId, window, coming }: LeavesProps) {
  const t = useText();
  const now = useServerNow(MINUTE);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Leave | null>(null);
  const { data } = useMyLeaves(userId, window);
  const leaves = (data?.items ?? []).filter(({ to }) => Date.parse(to) > now);
  return (
    <aside>
      <Section
        title={t('leave.title')}
        acts={
          <Button size="small" aria-haspopup="dialog" onClick={() => setAdding(true)}>
            {t('leave.add')}
          </Button>
        }
      >
        {data && leaves.length === 0 && <p className={styles.soft}>{t('leave.none')}</p>}
        <ul className={styles.list}>
          {leaves.map((leave) => (
            <LeaveRow key={leave.id} leave={leave} onRemove={() => setRemoved(leave)} />
          ))}
        </ul>
      </Section>
      <CalendarLink />
      {adding && <LeaveDialog coming={coming} onClose={() => setAdding(false)} />}
      {removed && <RemoveDialog leave={removed} onClose={() => setRemoved(null)} />}
    </aside>
  );
}

function LeaveRow({ leave, onRemove }: { leave: Leave; onRemove: () => void }) {
  const t = useText();
  const when = useWhen();
  const days = when.days(leave.from, leave.to);
  return (
    <li className={styles.leave}>
      <span>
        {days}
        {leave.note !== null && <span className={styles.note}>{leave.note}</span>}
      </span>
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-label={t('leave.remove.for', { days })}
        onClick={onRemove}
      >
        {t('leave.remove')}
      </Button>
    </li>
  );
}

function RemoveDialog({ leave, onClose }: { leave: Leave; onClose: () => void }) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const remove = useRemoveLeave(() => {
    announce(t('leave.removed'));
    onClose();
  });
  return (
    <Dialog
      title={t('leave.remove.title', { days: when.days(leave.from, leave.to) })}
      onClose={onClose}
    >
      <ProblemAlert error={remove.error} />
      <p>{t('leave.remove.body')}</p>
      <FormActs>
        <Button type="primary" loading={remove.isPending} onClick={() => remove.mutate(leave.id)}>
          {t('leave.remove')}
        </Button>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
      </FormActs>
    </Dialog>
  );
}
