import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useShiftAct, type ShiftDetail } from '../../../api/shifts';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import styles from './shift.module.css';

const FIELDS = ['reason'];
const NOTHING_WRONG: FieldMessages = {};

/** Leaving without a signed handover, with a reason. After one, signing out is the next act by itself. */
export function SignOut({ shift }: { shift: ShiftDetail }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const leave = useShiftAct(shift.id, () => announce(t('out.done')));
  const errorsOf = useFormErrors(form, FIELDS, leave.error, NOTHING_WRONG);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const why = reason.trim();
    leave.mutate({ act: 'sign-out', ...(why === '' ? {} : { reason: why }) });
  };
  return (
    <details className={styles.folded}>
      <summary>{t('out.title')}</summary>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={leave.error} fields={FIELDS} />
        <Field label={t('out.reason')} hint={t('out.reason.hint')} errors={errorsOf('reason')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <FormActs>
          <Button htmlType="submit" loading={leave.isPending}>
            {t('out.act')}
          </Button>
        </FormActs>
      </form>
    </details>
  );
}
