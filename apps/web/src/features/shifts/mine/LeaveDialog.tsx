import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useAddLeave } from '../../../api/duty';
import type { Shift } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { useSettings } from '../../../settings/settings';
import { serverNow } from '../../../time/server-clock';
import { useWhen } from '../../../time/use-when';
import { toLocalInput } from '../../../time/zone';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import { leaveOf, type LeaveDays } from './leave-days';
import styles from './mine.module.css';

const FIELDS = ['from', 'to', 'note'];
const NOTHING_WRONG: FieldMessages = {};

interface LeaveDialogProps {
  readonly coming: readonly Shift[];
  readonly onClose: () => void;
}

export function LeaveDialog({ coming, onClose }: LeaveDialogProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const add = useAddLeave(() => {
    announce(t('leave.done'));
    onClose();
  });
  const errorsOf = useFormErrors(form, FIELDS, add.error, wrong);
  const days = leaveOf(first, last);
  const [today] = useState(() => toLocalInput(serverNow()).slice(0, 10));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const atFault = first === '' ? { from: t('wrong.first') } : { to: t('wrong.last') };
    setWrong(days === null ? atFault : NOTHING_WRONG);
    if (days === null) return;
    add.mutate({ ...days, ...(note.trim() === '' ? {} : { note: note.trim() }) });
  };
  const day = (path: 'from' | 'to', label: string, value: string, set: (v: string) => void) => (
    <Field label={label} errors={errorsOf(path)}>
      {(control) => (
        <Input
          {...control}
          type="date"
          min={path === 'to' && first !== '' ? first : today}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </Field>
  );

  return (
    <Dialog title={t('leave.add')} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={add.error} fields={FIELDS} />
        <div className={styles.days}>
          {day('from', t('leave.first'), first, setFirst)}
          {day('to', t('leave.last'), last, setLast)}
        </div>
        <Field label={t('leave.note')} optional errors={errorsOf('note')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <Effect days={days} coming={coming} />
        <FormActs>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('leave.submit')}
          </Button>
          <Button onClick={onClose}>{common('action.cancel')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}

/** Which of my shifts lie in it, and what becomes of them. */
function Effect({ days, coming }: { days: LeaveDays | null; coming: readonly Shift[] }) {
  const t = useText();
  const { language } = useSettings();
  const when = useWhen();
  if (days === null) return <p>{t('leave.effect')}</p>;
  const [from, to] = [Date.parse(days.from), Date.parse(days.to)];
  const hit = coming.filter((shift) => Date.parse(shift.from) < to && Date.parse(shift.to) > from);
  if (hit.length === 0) return <p aria-live="polite">{t('leave.effect.none')}</p>;
  const spans = hit
    .map((shift) => when.span(shift.from, shift.to))
    .join(language === 'zh' ? '，' : ', ');
  return (
    <p aria-live="polite" className={styles.warn}>
      {t('leave.effect.shifts', { count: hit.length, spans })}
    </p>
  );
}
