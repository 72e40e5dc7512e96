import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import type { Shift } from '../../../api/shifts';
import type { NewSwap } from '../../../api/swaps';
import type { Person } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { useWhen } from '../../../time/use-when';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Select } from '../../../ui/Select';
import { useText } from '../text';
import { useComingShifts, useShiftOptions } from './use-coming-shifts';

const FIELDS = ['toUserId', 'returnShiftId', 'note'];
const NOTHING_WRONG: FieldMessages = {};

interface OfferFormProps {
  readonly shift: Shift;
  readonly people: readonly Person[];
  readonly needsApproval: boolean;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSubmit: (swap: NewSwap) => void;
  readonly onClose: () => void;
}

export function OfferForm({ shift, people, error, pending, onSubmit, ...rest }: OfferFormProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  const [to, setTo] = useState('');
  const [inReturn, setInReturn] = useState('');
  const [note, setNote] = useState('');
  const theirs = useComingShifts(to, shift.scheduleId);
  const options = useShiftOptions(theirs);
  const errorsOf = useFormErrors(form, FIELDS, error, NOTHING_WRONG);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit({
      shiftId: shift.id,
      ...(to === '' ? {} : { toUserId: to }),
      ...(inReturn === '' ? {} : { returnShiftId: inReturn }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <ProblemAlert error={error} fields={FIELDS} />
      <Field label={t('offer.to')} errors={errorsOf('toUserId')}>
        {(control) => (
          <Select
            {...control}
            value={to}
            none={t('offer.everyone')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => {
              setTo(value);
              setInReturn('');
            }}
          />
        )}
      </Field>
      <Field
        label={t('offer.return')}
        hint={to === '' && t('offer.return.hint')}
        optional
        errors={errorsOf('returnShiftId')}
      >
        {(control) => (
          <Select
            {...control}
            value={inReturn}
            none={t('offer.return.none')}
            options={options}
            onChange={setInReturn}
          />
        )}
      </Field>
      <Field label={t('note')} optional errors={errorsOf('note')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <Effect
        shift={shift}
        to={people.find(({ id }) => id === to)}
        inReturn={theirs.find(({ id }) => id === inReturn)}
        needsApproval={rest.needsApproval}
      />
      <FormActs>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('offer.submit')}
        </Button>
        <Button onClick={rest.onClose}>{common('action.cancel')}</Button>
      </FormActs>
    </form>
  );
}

interface EffectProps {
  readonly shift: Shift;
  readonly to: Person | undefined;
  readonly inReturn: Shift | undefined;
  readonly needsApproval: boolean;
}

/** What the offer comes to, before it is sent. */
function Effect({ shift, to, inReturn, needsApproval }: EffectProps) {
  const t = useText();
  const when = useWhen();
  const span = when.span(shift.from, shift.to);
  return (
    <p aria-live="polite">
      {to ? t('offer.effect.one', { name: to.name, span }) : t('offer.effect.all', { span })}
      {needsApproval && t('offer.effect.approval')}
      {t('offer.effect.until')}
      {inReturn && t('offer.effect.return', { span: when.span(inReturn.from, inReturn.to) })}
    </p>
  );
}
