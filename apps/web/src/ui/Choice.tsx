import type { ReactNode } from 'react';
import type { Words } from '../api/types';
import { useSettings } from '../settings/settings';
import { plain } from './plain';
import styles from './Choice.module.css';

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: V | null;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly onChange: (value: V) => void;
  readonly errors?: readonly (string | Words)[] | undefined;
}

/** One of a few, all in sight: real radio buttons, so arrow keys and screen readers know them. */
export function Choice<V extends string>({
  label,
  name,
  value,
  options,
  onChange,
  errors = [],
}: ChoiceProps<V>) {
  const { language } = useSettings();
  return (
    <fieldset className={styles.choice} aria-invalid={errors.length > 0}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <p className={styles.error}>
          {errors.map((message) => plain(message, language)).join('; ')}
        </p>
      )}
    </fieldset>
  );
}
