import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useMemo, useRef, useState, type SubmitEvent } from 'react';
import { useAddOverride } from '../../../api/rota-changes';
import type { Override, Schedule } from '../../../api/rota-types';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import type { Selected } from '../cursor';
import { PersonField } from '../PersonField';
import { useText } from '../text';
import type { People } from '../use-people';
import { usePosition } from '../use-words';
import { entryOf, overrideOf, positionsOf, whatIsWrong, type Entry } from './entry';
import { OverridePreview } from './OverridePreview';
import styles from './panel.module.css';

const FIELDS = ['position', 'userId', 'from', 'to', 'reason'];
const NOTHING_WRONG: FieldMessages = {};

interface OverrideFormProps {
  readonly schedule: Schedule;
  readonly people: People;
  readonly selected: Selected;
  readonly now: number;
  readonly onSaved: (override: Override) => void;
}

/** Who takes over, when, and why; what that changes is shown before it is saved. */
export function OverrideForm({ schedule, people, selected, now, onSaved }: OverrideFormProps) {
  const t = useText();
  const positionOf = usePosition();
  const zone = schedule.timeZone;
  const [entry, setEntry] = useState(() => entryOf(selected, now, zone));
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const form = useRef<HTMLFormElement>(null);
  const add = useAddOverride(schedule.id, onSaved);
  const errorsOf = useFormErrors(form, FIELDS, add.error, wrong);
  const override = useMemo(() => overrideOf(entry, zone, now), [entry, zone, now]);
  const change = (next: Partial<Entry>) => {
    setEntry({ ...entry, ...next });
    setWrong(NOTHING_WRONG);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = Object.entries(whatIsWrong(entry, zone, now));
    setWrong(Object.fromEntries(found.map(([path, kind]) => [path, t(`override.wrong.${kind}`)])));
    if (override) add.mutate(override);
  };

  return (
    <form ref={form} onSubmit={submit} noValidate aria-label={t('override.title')}>
      <ProblemAlert error={add.error} fields={FIELDS} />
      <Field label={t('override.user')} errors={errorsOf('userId')}>
        {(control) => (
          <PersonField
            {...control}
            value={entry.userId}
            first={people.ids}
            onChange={(userId) => change({ userId })}
          />
        )}
      </Field>
      <Choice
        label={t('override.position')}
        name="position"
        value={entry.position}
        options={positionsOf(schedule).map((value) => ({ value, label: positionOf(value) }))}
        errors={errorsOf('position')}
        onChange={(position) => change({ position })}
      />
      <div className={styles.times}>
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={t(`override.${end}`)} errors={errorsOf(end)}>
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={entry[end]}
                onChange={({ target }) => change({ [end]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Field label={t('override.reason')} optional errors={errorsOf('reason')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            autoComplete="off"
            value={entry.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        )}
      </Field>
      <OverridePreview schedule={schedule} people={people} override={override} />
      <FormActs>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('override.save')}
        </Button>
      </FormActs>
    </form>
  );
}
