import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useUnits } from '../../api/people';
import type { ErrorsOf } from '../../lib/use-form-errors';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { DUE_UNITS } from './due';
import { AN_ACTION, type ActionEntry } from './entry';
import { ACTION_KINDS } from './specs';
import { useText } from './text';
import styles from './registers.module.css';

const MOST = 30;

interface ActionRowsProps {
  readonly actions: readonly ActionEntry[];
  readonly errorsOf: ErrorsOf;
  readonly onChange: (actions: readonly ActionEntry[]) => void;
}

/** What is to be done, one after the other. */
export function ActionRows({ actions, errorsOf, onChange }: ActionRowsProps) {
  const t = useText();
  return (
    <>
      {actions.map((action, index) => (
        <ActionRow
          // Rows have no identity of their own; they are only added at the end.
          key={index}
          action={action}
          index={index}
          errorsOf={errorsOf}
          onChange={(changed) => onChange(actions.with(index, changed))}
          onRemove={
            actions.length > 1 ? () => onChange(actions.filter((_, at) => at !== index)) : null
          }
        />
      ))}
      {actions.length < MOST && (
        <Button onClick={() => onChange([...actions, AN_ACTION])}>{t('action.add')}</Button>
      )}
    </>
  );
}

interface ActionRowProps {
  readonly action: ActionEntry;
  readonly index: number;
  readonly errorsOf: ErrorsOf;
  readonly onChange: (action: ActionEntry) => void;
  readonly onRemove: (() => void) | null;
}

function ActionRow({ action, index, errorsOf, onChange, onRemove }: ActionRowProps) {
  const t = useText();
  const { data: units = [] } = useUnits();
  const at = (field: string) => errorsOf(`actions.${String(index)}.${field}`);
  const change = (changed: Partial<ActionEntry>) => onChange({ ...action, ...changed });
  return (
    <fieldset className={styles.action}>
      <legend>{t('action.legend', { number: index + 1 })}</legend>
      <Field label={t('action.title')} errors={at('title')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={action.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t('action.kind')} errors={at('kind')}>
        {(control) => (
          <Select
            {...control}
            value={action.kind}
            options={ACTION_KINDS.map((kind) => ({ value: kind, label: t(`do.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
        )}
      </Field>
      {action.kind === 'refer' && (
        <Field label={t('action.basis')} errors={at('basis')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={action.basis}
              onChange={({ target }) => change({ basis: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={t('action.unit')} errors={at('unitId')}>
        {(control) => (
          <Select
            {...control}
            value={action.unitId}
            none={t('unit.responsible')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(unitId) => change({ unitId })}
          />
        )}
      </Field>
      <Field label={t('action.due')} errors={at('dueIn')}>
        {(control) => (
          <span className={styles.due}>
            <Input
              {...control}
              type="number"
              min={1}
              max={999}
              value={action.amount}
              onChange={({ target }) => change({ amount: target.value })}
            />
            <Select
              aria-label={t('action.dueUnit')}
              value={action.unit}
              options={DUE_UNITS.map((unit) => ({ value: unit, label: t(`due.${unit}`) }))}
              onChange={(unit) => change({ unit: unit === '' ? 'days' : unit })}
            />
          </span>
        )}
      </Field>
      {onRemove && (
        <Button type="text" onClick={onRemove}>
          {t('action.remove')}
        </Button>
      )}
    </fieldset>
  );
}
