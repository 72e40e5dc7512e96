import type { InstructionEntry } from '../../api/instructions';
import { fullTime } from '../../time/zone';
import { Moment } from '../../ui/Moment';
import { zh } from './locales';
import { useText } from './text';
import styles from './instructions.module.css';

type EntryKey = Extract<keyof typeof zh, `entry.${string}`>;
const isEntryKey = (key: string): key is EntryKey => key in zh;

/** All that happened, newest first, each entry a sentence and the words that came with it. */
export function Entries({ entries }: { entries: readonly InstructionEntry[] }) {
  const t = useText();
  return (
    <ol className={styles.entries}>
      {entries.toReversed().map(({ at, by, type, text, dueAt }, index) => {
        const key = `entry.${type}`;
        const due = dueAt === null ? '' : fullTime(Date.parse(dueAt));
        return (
          <li key={entries.length - index}>
            <strong>{by?.name ?? t('system')}</strong> <Moment at={at} />{' '}
            {t(isEntryKey(key) ? key : 'entry.other', { due })}
            {text !== null && <p className={styles.said}>{text}</p>}
          </li>
        );
      })}
    </ol>
  );
}
