import { useId } from 'react';
import type { Words } from '../../api/types';
import { useSettings } from '../../settings/settings';
import { plain } from '../../ui/plain';
import styles from './checks.module.css';

interface ChecksProps<V extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: readonly V[];
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly detail?: string;
  }[];
  readonly onChange: (chosen: readonly V[]) => void;
  readonly errors: readonly (string | Words)[];
}

/** Several of a few, all in sight, in the order of the options. */
export function Checks<V extends string>({
  label,
  hint,
  chosen,
  options,
  onChange,
  errors,
}: ChecksProps<V>) {
  const id = useId();
  const { language } = useSettings();
  const toggle = (value: V, on: boolean) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((other) => (other === value ? on : chosen.includes(other))),
    );
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : ''];
  return (
    <fieldset
      className={styles.checks}
      aria-invalid={errors.length > 0}
      aria-describedby={described.filter(Boolean).join(' ') || undefined}
    >
      <legend className={styles.legend}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={({ target }) => toggle(option.value, target.checked)}
            />
            <span>
              {option.label}
              {option.detail && <span className={styles.detail}>{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <p id={`${id}-error`} className={styles.error}>
          {errors.map((message) => plain(message, language)).join('; ')}
        </p>
      )}
    </fieldset>
  );
}
