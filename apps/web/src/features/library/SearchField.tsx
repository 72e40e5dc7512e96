import { useEffect, useState } from 'react';
import { useRested } from '../../lib/use-rested';
import { useText } from './text';
import styles from './library.module.css';

/** Typing is not searching: the address changes when the fingers rest. */
const REST_MS = 250;
/** The server's limit. A longer post is searched by its beginning. */
const LONGEST = 500;

interface SearchFieldProps {
  /** What the address says. */
  readonly value: string;
  readonly onChange: (words: string) => void;
}

export function SearchField({ value, onChange }: SearchFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState({ words: value, from: value });
  // The address was changed from elsewhere: back, or a link.
  const words = typed.from === value || typed.words.trim() === value ? typed.words : value;
  const rested = useRested(words, REST_MS);

  useEffect(() => {
    if (rested === words && rested.trim() !== value) onChange(rested.trim());
  }, [rested, words, value, onChange]);

  return (
    <input
      type="search"
      className={styles.words}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      maxLength={LONGEST}
      value={words}
      onChange={({ target }) => setTyped({ words: target.value, from: value })}
    />
  );
}
