import { Link } from 'react-router';
import type { Matter } from '../../../api/handovers';
import type { LogEntry } from '../../../api/shifts';
import { useSettings } from '../../../settings/settings';
import { remainingWords } from '../../../time/remaining';
import { useServerNow } from '../../../time/ticker';
import { Moment } from '../../../ui/Moment';
import { SeverityMark } from '../../../ui/SeverityMark';
import { useText } from '../text';
import styles from './handover.module.css';

interface OpenMattersProps {
  readonly matters: readonly Matter[];
  readonly entries: readonly LogEntry[];
}

/** The list that the program writes: open incidents with their next deadline, and what is open in the log. */
export function OpenMatters({ matters, entries }: OpenMattersProps) {
  const t = useText();
  return (
    <>
      <h3 className={styles.minor}>{t('hand.matters')}</h3>
      {matters.length === 0 && <p className={styles.soft}>{t('hand.matters.none')}</p>}
      <ul className={styles.list}>
        {matters.map((matter) => (
          <MatterRow key={matter.id} matter={matter} />
        ))}
      </ul>
      <h3 className={styles.minor}>{t('hand.entries')}</h3>
      {entries.length === 0 && <p className={styles.soft}>{t('hand.entries.none')}</p>}
      <ul className={styles.list}>
        {entries.map(({ id, at, source, text }) => (
          <li key={id} className={styles.entry}>
            <Moment at={at} />
            <span>{[source, text].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function MatterRow({ matter: { id, type, number, title, severity, dueAt } }: { matter: Matter }) {
  const t = useText();
  return (
    <li className={styles.matter}>
      <SeverityMark severity={severity ?? 'unrated'} />
      {type === 'incident' ? (
        <Link to={`/incidents/${id}`} className={styles.title} title={title}>
          {title}
        </Link>
      ) : (
        <span className={styles.title}>{title}</span>
      )}
      <span className={styles.number}>{number}</span>
      <span className={styles.due}>{dueAt === null ? t('hand.due.none') : <Due at={dueAt} />}</span>
    </li>
  );
}

function Due({ at }: { at: string }) {
  const { language } = useSettings();
  const now = useServerNow();
  const left = Date.parse(at) - now;
  return (
    <span className={left <= 0 ? styles.late : undefined}>{remainingWords(left, language)}</span>
  );
}
