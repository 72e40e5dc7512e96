import type { Words } from '../../api/types';
import { useSay } from '../../i18n/words';
import styles from './imports.module.css';

/** What to know of a file as a whole. */
export function Notes({ notes }: { notes: readonly Words[] }) {
  const say = useSay();
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note.en}>{say(note)}</li>
      ))}
    </ul>
  );
}
