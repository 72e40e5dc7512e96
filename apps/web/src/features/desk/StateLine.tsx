import { useConnection } from '../../api/live';
import type { Desk } from '../../api/types';
import { useText } from './text';
import styles from './StateLine.module.css';

/** "3 件在办 · 1 件将超时 · 系统正常": the answer before any reading, in the largest type of the page. */
export function StateLine({ summary }: { summary: Desk['summary'] }) {
  const t = useText();
  const connection = useConnection();
  const { open, late, soon } = summary;
  return (
    <p className={styles.line}>
      <span>{t('line.open', { count: open })}</span>
      {late > 0 && <span className={styles.late}>{t('line.late', { count: late })}</span>}
      {soon > 0 && <span className={styles.soon}>{t('line.soon', { count: soon })}</span>}
      {late + soon === 0 && <span>{t('line.calm')}</span>}
      <span className={connection === 'lost' ? styles.late : undefined}>
        {t(LINE_WORDS[connection])}
      </span>
    </p>
  );
}

const LINE_WORDS = {
  live: 'line.well',
  connecting: 'line.connecting',
  lost: 'line.lost',
} as const;
