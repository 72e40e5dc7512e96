import type { InstructionEntry } from '../../api/instructions';
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
      {entries.toReversed().map(({ seq, at, by, type, data }) => {
        const key = `entry.${type}`;
        const said = data['result'] ?? data['reason'];
        return (
          <li key={seq}>
            <strong>{by?.name ?? t('system')}</strong> <Moment at={at} />{' '}
            {t(isEntryKey(key) ? key : 'entry.other')}
            {typeof said === 'string' && <p className={styles.said}>{said}</p>}
          </li>
        );
      })}
    </ol>
  );
}
