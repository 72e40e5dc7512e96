import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ControlProps } from './Field';
import styles from './Combobox.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** What tells two of the same name apart: a unit, a number. */
  readonly detail?: string;
}

interface ComboboxProps extends Partial<ControlProps> {
  /** What is picked; null for nothing. */
  readonly picked: Option | null;
  readonly options: readonly Option[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPick: (option: Option | null) => void;
  readonly placeholder?: string;
  /** Said below the list while it is empty: "没有符合的人". */
  readonly nothing: string;
  readonly clearLabel: string;
}

/**
 * One of many, found by typing (WAI-ARIA combobox with a listbox). What is typed but not picked is no choice,
 * and is dropped when the field is left.
 */
export function Combobox({
  picked,
  options,
  text,
  onText,
  onPick,
  placeholder,
  nothing,
  clearLabel,
  ...control
}: ComboboxProps) {
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, options.length - 1);

  const close = () => {
    setOpen(false);
    setAt(0);
  };
  const pick = (option: Option) => {
    onPick(option);
    onText('');
    close();
  };
  const move = (by: number) => {
    setOpen(true);
    if (options.length > 0) setAt((active + by + options.length) % options.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const option = options[active];
    if (event.key === 'ArrowDown') move(open ? 1 : 0);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && open && option) pick(option);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      className={styles.box}
      onBlur={(event) => {
        if (box.current?.contains(event.relatedTarget)) return;
        close();
        onText('');
      }}
    >
      <input
        {...control}
        role="combobox"
        className={styles.input}
        autoComplete="off"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && options[active] ? `${list}-${String(active)}` : undefined}
        placeholder={placeholder}
        value={text !== '' || picked === null ? text : picked.label}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          if (picked) onPick(null);
          onText(event.target.value);
          setOpen(true);
          setAt(0);
        }}
      />
      {picked && (
        <button
          type="button"
          className={styles.clear}
          aria-label={clearLabel}
          onClick={() => onPick(null)}
        >
          ×
        </button>
      )}
      <div className={styles.list} hidden={!open}>
        <ul id={list} role="listbox" aria-label={placeholder ?? clearLabel}>
          {options.map((option, index) => (
            <li
              key={option.value}
              id={`${list}-${String(index)}`}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              ref={(element) => {
                if (open && index === active) element?.scrollIntoView({ block: 'nearest' });
              }}
              // Before the field loses the focus, which would close the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              <span className={styles.label}>{option.label}</span>
              {option.detail !== undefined && (
                <span className={styles.detail}>{option.detail}</span>
              )}
            </li>
          ))}
        </ul>
        {options.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      </div>
    </div>
  );
}
