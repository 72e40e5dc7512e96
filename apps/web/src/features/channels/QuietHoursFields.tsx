import Input from 'antd/es/input';
import type { Words } from '../../api/types';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import type { Preferences } from './preferences';
import { useText } from './text';
import styles from './channels.module.css';

interface QuietProps {
  readonly value: Preferences;
  readonly timeZone: string;
  readonly errors: readonly (string | Words)[];
  readonly onChange: (change: Partial<Preferences>) => void;
}

export function QuietHoursFields({ value, timeZone, errors, onChange }: QuietProps) {
  const t = useText();
  const { isQuiet, quiet } = value;
  const time = (end: 'from' | 'to') => (
    <Field label={t(`quiet.${end}`)} errors={errors}>
      {(control) => (
        <Input
          {...control}
          type="time"
          value={quiet[end]}
          onChange={({ target }) => onChange({ quiet: { ...quiet, [end]: target.value } })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.quiet}>
      <Choice
        label={t('quiet')}
        name="quiet"
        value={isQuiet ? 'on' : 'off'}
        options={[
          { value: 'off', label: t('quiet.off') },
          { value: 'on', label: t('quiet.on') },
        ]}
        onChange={(choice) => onChange({ isQuiet: choice === 'on' })}
      />
      {isQuiet && (
        <div className={styles.hours}>
          {time('from')}
          {time('to')}
        </div>
      )}
      <p className={styles.hint}>
        {t('quiet.hint')} {isQuiet && t('quiet.zone', { zone: timeZone })}
      </p>
    </div>
  );
}
