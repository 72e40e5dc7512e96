import { useEffect, useRef, useState } from 'react';
import styles from './admin.module.css';

/** Typing is not searching: the search changes when the fingers rest. */
const REST_MS = 250;

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    // Cleared from elsewhere. Any other change is the echo of what was typed, and may be behind it.
    if (value === '') setTyped('');
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const words = typed.trim();
    if (words === value) return undefined;
    const timer = setTimeout(() => latest.current(words), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      className={styles.search}
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
