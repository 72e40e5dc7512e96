import { Link } from 'react-router';
import type { ReleaseRow } from '../../api/release-types';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { Moment } from '../../ui/Moment';
import { SeverityMark } from '../../ui/SeverityMark';
import { ReleaseTag } from './ReleaseTag';
import { useText } from './text';
import styles from './reviews.module.css';

/** One text: how far it is, what it answers, and how long there is. */
export function ReviewRow({ row }: { row: ReleaseRow }) {
  const t = useText();
  const { id, title, incident, draftedBy, textVersion, updatedAt, severity } = row;
  const [deadline] = row.deadlines;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>
          {incident && <SeverityMark severity={severity} size={18} />}
          <Link to={`/reviews/${id}`}>{title}</Link>
          <ReleaseTag release={row} />
        </p>
        <p className={styles.soft}>
          {incident ? incident.number : t('notice')} · {t('row.by', { name: draftedBy.name })} ·{' '}
          {t('row.version', { version: textVersion })} · <Moment at={updatedAt} />
        </p>
      </div>
      {deadline && (
        <div className={styles.due}>
          <DeadlineChip deadline={deadline} />
        </div>
      )}
    </li>
  );
}
