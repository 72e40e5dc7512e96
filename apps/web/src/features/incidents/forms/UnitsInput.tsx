import { useUnits } from '../../../api/people';
import type { Words } from '../../../api/types';
import { useSettings } from '../../../settings/settings';
import { plain } from '../../../ui/plain';
import { useText } from './text';
import styles from './units.module.css';

interface UnitsInputProps {
  readonly label: string;
  /** Ids with spaces between them. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly errors: readonly (string | Words)[];
}

/** Several units, all in sight: real check boxes. */
export function UnitsInput({ label, value, onChange, errors }: UnitsInputProps) {
  const t = useText();
  const { language } = useSettings();
  const { data: units = [] } = useUnits();
  const chosen = value.split(' ').filter(Boolean);
  const toggle = (id: string, isOn: boolean) =>
    onChange((isOn ? [...chosen, id] : chosen.filter((other) => other !== id)).join(' '));
  return (
    <fieldset className={styles.units} aria-invalid={errors.length > 0}>
      <legend>
        {label} <span className={styles.soft}>{t('field.units')}</span>
      </legend>
      <div className={styles.options}>
        {units.map(({ id, name }) => (
          <label key={id} className={styles.option}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            />
            {name}
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <p className={styles.error}>{errors.map((error) => plain(error, language)).join('; ')}</p>
      )}
    </fieldset>
  );
}
