import type { ShiftDetail } from '../../../api/shifts';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import { LogRow } from './LogRow';
import { NewEntry } from './NewEntry';
import styles from './log.module.css';

/** The duty log: time, from whom, what, dealt with how. Oldest first, as it was written. */
export function Log({ shift }: { shift: ShiftDetail }) {
  const t = useText();
  const { log, allowed } = shift;
  const open = log.filter((entry) => entry.open).length;
  return (
    <Section
      title={t('log.title')}
      count={log.length}
      acts={
        open > 0 && <span className={styles.openCount}>{t('log.filter', { count: open })}</span>
      }
    >
      {log.length === 0 && <p className={styles.none}>{t('log.empty')}</p>}
      {log.length > 0 && (
        <ol className={styles.rows}>
          {log.map((entry) => (
            <LogRow
              key={entry.id}
              entry={entry}
              shiftId={shift.id}
              mayClose={allowed.includes('close-entry')}
            />
          ))}
        </ol>
      )}
      {allowed.includes('log') && <NewEntry shiftId={shift.id} />}
    </Section>
  );
}
