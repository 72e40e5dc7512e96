import Button from 'antd/es/button';
import { useRef, useState, type SubmitEvent } from 'react';
import type { Schedule } from '../../../api/rota-types';
import type { Shift } from '../../../api/shifts';
import { useOfferSwap } from '../../../api/swaps';
import { useCommon } from '../../../i18n/common';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { useWhen } from '../../../time/use-when';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Select } from '../../../ui/Select';
import { useText } from '../text';
import { useComingShifts, useShiftOptions } from './use-coming-shifts';

const FIELDS = ['person', 'shiftId', 'arrangeWith', 'returnShiftId'];
const NOTHING_WRONG: FieldMessages = {};
const BLANK = { person: '', shiftId: '', arrangeWith: '', returnShiftId: '' };
type Name = keyof typeof BLANK;

interface ArrangeFormProps {
  readonly schedule: Schedule;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function ArrangeForm({ schedule, onDone, onClose }: ArrangeFormProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState(BLANK);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const theirs = useComingShifts(value.person, schedule.id);
  const takers = useComingShifts(value.arrangeWith, schedule.id);
  const arrange = useOfferSwap(schedule.id, onDone);
  const errorsOf = useFormErrors(form, FIELDS, arrange.error, wrong);
  const change = (part: Partial<typeof BLANK>) => setValue((old) => ({ ...old, ...part }));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = missingOf(value, t('wrong.choose'));
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const { shiftId, arrangeWith, returnShiftId } = value;
    arrange.mutate({ shiftId, arrangeWith, ...(returnShiftId === '' ? {} : { returnShiftId }) });
  };
  const people = schedule.people.map(({ id, name }) => ({ value: id, label: name }));
  const select = (name: Name, label: string, options: typeof people, none: string, hint = '') => (
    <Field label={label} hint={hint} optional={name === 'returnShiftId'} errors={errorsOf(name)}>
      {(control) => (
        <Select
          {...control}
          value={value[name]}
          none={none}
          options={options}
          onChange={(picked) => change({ [name]: picked, ...followsFrom(name) })}
        />
      )}
    </Field>
  );
  const noShift = value.person !== '' && theirs.length === 0 ? t('arrange.shift.none') : '';

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <ProblemAlert error={arrange.error} fields={FIELDS} />
      {select('person', t('arrange.person'), people, t('choose'))}
      {select('shiftId', t('arrange.shift'), useShiftOptions(theirs), t('choose'), noShift)}
      {select(
        'arrangeWith',
        t('arrange.with'),
        people.filter(({ value: id }) => id !== value.person),
        t('choose'),
      )}
      {select(
        'returnShiftId',
        t('arrange.return'),
        useShiftOptions(takers),
        t('offer.return.none'),
      )}
      <Effect
        shift={theirs.find(({ id }) => id === value.shiftId)}
        taker={people.find(({ value: id }) => id === value.arrangeWith)?.label}
        inReturn={takers.find(({ id }) => id === value.returnShiftId)}
      />
      <FormActs>
        <Button type="primary" htmlType="submit" loading={arrange.isPending}>
          {t('arrange.submit')}
        </Button>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
      </FormActs>
    </form>
  );
}

/** Shifts belong to people: another person, no shift chosen. */
function followsFrom(name: Name): Partial<typeof BLANK> {
  switch (name) {
    case 'person':
      return { shiftId: '' };
    case 'arrangeWith':
      return { returnShiftId: '' };
    case 'shiftId':
    case 'returnShiftId':
      return {};
  }
}

function missingOf(value: typeof BLANK, message: string): FieldMessages {
  const needed = ['person', 'shiftId', 'arrangeWith'] as const;
  return Object.fromEntries(
    needed.filter((name) => value[name] === '').map((name) => [name, message]),
  );
}

interface EffectProps {
  readonly shift: Shift | undefined;
  readonly taker: string | undefined;
  readonly inReturn: Shift | undefined;
}

function Effect({ shift, taker, inReturn }: EffectProps) {
  const t = useText();
  const when = useWhen();
  if (shift === undefined || taker === undefined) return null;
  const from = shift.user.name;
  return (
    <p aria-live="polite">
      {t('arrange.effect', { span: when.span(shift.from, shift.to), taker, from })}
      {inReturn &&
        t('arrange.effect.return', { span: when.span(inReturn.from, inReturn.to), from })}
    </p>
  );
}
