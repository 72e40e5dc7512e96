import Button from 'antd/es/button';
import { useRef, useState, type SubmitEvent } from 'react';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { IncidentPicker } from '../incidents/forms/IncidentPicker';
import { useText } from './text';

const FIELDS = ['incidentId'];
const NOTHING_WRONG: FieldMessages = {};

interface JoinDialogProps {
  readonly count: number;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onJoin: (incidentId: string) => void;
  readonly onClose: () => void;
}

/** Which open incident the mentions belong to. */
export function JoinDialog({ count, error, isBusy, onJoin, onClose }: JoinDialogProps) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [incidentId, setIncidentId] = useState('');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const errorsOf = useFormErrors(form, FIELDS, error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setWrong(incidentId === '' ? { incidentId: t('wrong.incident') } : NOTHING_WRONG);
    if (incidentId !== '') onJoin(incidentId);
  };
  return (
    <Dialog title={t('ask.join', { count })} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={error} fields={FIELDS} />
        <Field label={t('field.incident')} errors={errorsOf('incidentId')}>
          {(control) => (
            <IncidentPicker
              control={control}
              value={incidentId}
              onChange={setIncidentId}
              except=""
            />
          )}
        </Field>
        <FormActs>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t('join')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}
