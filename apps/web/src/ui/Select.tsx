import type { ControlProps } from './Field';
import styles from './Select.module.css';

interface SelectProps<V extends string> extends Partial<ControlProps> {
  readonly value: V | '';
  /** What stands for no choice; left out when there must be one. */
  readonly none?: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V | '') => void;
  readonly 'aria-label'?: string;
}

/** One of many short names. The browser's own control: every keyboard, phone and screen reader knows it. */
export function Select<V extends string>({
  value,
  none,
  options,
  onChange,
  ...control
}: SelectProps<V>) {
  return (
    <select
      {...control}
      className={styles.select}
      value={value}
      onChange={(event) => {
        const picked = options.find((option) => option.value === event.target.value);
        onChange(picked?.value ?? '');
      }}
    >
      {(none !== undefined || value === '') && <option value="">{none ?? ''}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
