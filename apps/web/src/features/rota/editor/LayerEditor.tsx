import Input from 'antd/es/input';
import type { ErrorsOf } from '../../../lib/use-form-errors';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { useText } from '../text';
import type { LayerDraft, LayerField } from './draft';
import { ParticipantList } from './ParticipantList';
import { ShiftField } from './ShiftField';
import { WeekdayChecks } from './WeekdayChecks';
import styles from './editor.module.css';

interface LayerEditorProps {
  readonly path: string;
  readonly layer: LayerDraft;
  readonly errorsOf: ErrorsOf;
  readonly onChange: (layer: LayerDraft) => void;
}

const HOLIDAYS = ['all', 'only', 'except'] as const;
const RARE: readonly LayerField[] = ['endsOn', 'weekdays', 'holidays'];

/** One rotation. What is rarely set is folded away, unless it is set or wrong. */
export function LayerEditor({ path, layer, errorsOf, onChange }: LayerEditorProps) {
  const t = useText();
  const change = (next: Partial<LayerDraft>) => onChange({ ...layer, ...next });
  const errors = (field: LayerField) => errorsOf(`${path}.${field}`);
  const isRare =
    layer.endsOn !== '' ||
    layer.weekdays.length > 0 ||
    layer.holidays !== '' ||
    RARE.some((field) => errors(field).length > 0);
  return (
    <>
      <ParticipantList
        participants={layer.participants}
        errors={errors('participants')}
        onChange={(participants) => change({ participants })}
      />
      <ShiftField
        name={`${path}.shift`}
        value={layer.shift}
        errors={errors('shift')}
        onChange={(shift) => change({ shift })}
      />
      <div className={styles.pair}>
        <Field label={t('edit.handoff')} errors={errors('handoffAt')}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={layer.handoffAt}
              onChange={({ target }) => change({ handoffAt: target.value })}
            />
          )}
        </Field>
        <Field label={t('edit.starts')} errors={errors('startsOn')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={layer.startsOn}
              onChange={({ target }) => change({ startsOn: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('edit.layer.name')} errors={errors('name')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={40}
            placeholder={t('edit.layer.name.placeholder')}
            value={layer.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <details className={styles.rare} open={isRare}>
        <summary>{t('edit.more')}</summary>
        <Field label={t('edit.ends')} optional errors={errors('endsOn')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={layer.endsOn}
              onChange={({ target }) => change({ endsOn: target.value })}
            />
          )}
        </Field>
        <WeekdayChecks
          chosen={layer.weekdays}
          errors={errors('weekdays')}
          onChange={(weekdays) => change({ weekdays })}
        />
        <Choice
          label={t('edit.holidays')}
          name={`${path}.holidays`}
          value={layer.holidays === '' ? 'all' : layer.holidays}
          options={HOLIDAYS.map((value) => ({ value, label: t(`edit.holidays.${value}`) }))}
          errors={errors('holidays')}
          onChange={(value) => change({ holidays: value === 'all' ? '' : value })}
        />
      </details>
    </>
  );
}
