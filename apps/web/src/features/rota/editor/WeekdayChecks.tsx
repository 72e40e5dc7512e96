import { useId } from 'react';
import type { Words } from '../../../api/types';
import { useSettings } from '../../../settings/settings';
import { plain } from '../../../ui/plain';
import { addDays, weekdayWords } from '../days';
import { useText } from '../text';
import styles from './editor.module.css';

/** Any Monday: only the names of its week are wanted. */
const MONDAY = '2024-01-01';
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

interface WeekdayChecksProps {
  readonly chosen: readonly number[];
  readonly errors: readonly (string | Words)[];
  readonly onChange: (chosen: readonly number[]) => void;
}

export function WeekdayChecks({ chosen, errors, onChange }: WeekdayChecksProps) {
  const t = useText();
  const id = useId();
  const { language } = useSettings();
  return (
    <fieldset
      className={styles.weekdays}
      aria-invalid={errors.length > 0}
      aria-describedby={errors.length > 0 ? `${id}-error` : `${id}-hint`}
    >
      <legend>{t('edit.weekdays')}</legend>
      <div className={styles.chips}>
        {WEEKDAYS.map((weekday) => (
          <label key={weekday}>
            <input
              type="checkbox"
              checked={chosen.includes(weekday)}
              onChange={({ target }) =>
                onChange(
                  WEEKDAYS.filter((one) =>
                    one === weekday ? target.checked : chosen.includes(one),
                  ),
                )
              }
            />
            <span>{weekdayWords(addDays(MONDAY, weekday - 1), language)}</span>
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <p id={`${id}-error`} className={styles.error}>
          {errors.map((message) => plain(message, language)).join('; ')}
        </p>
      )}
      <p id={`${id}-hint`} className={styles.soft}>
        {t('edit.weekdays.hint')}
      </p>
    </fieldset>
  );
}
