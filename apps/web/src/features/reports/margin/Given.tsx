import { Link } from 'react-router';
import { useInstructionsOf } from '../../../api/instructions';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { DeadlineChip } from '../../../ui/DeadlineChip';
import { useText } from './text';
import styles from './margin.module.css';

interface GivenProps {
  readonly reportId: string;
  /** Null: those that are about no section, but about an incident or the whole. */
  readonly sectionKey: string | null;
}

/** Notes of leaders on this, and how long each has. */
export function Given({ reportId, sectionKey }: GivenProps) {
  const t = useText();
  const { data } = useInstructionsOf(reportId, may(useMe(), 'instruction.read'));
  const own = (data?.items ?? []).filter((one) => one.sectionKey === sectionKey);
  if (own.length === 0) return null;
  return (
    <ul className={styles.given} aria-label={t('given')}>
      {own.map(({ id, text, unit, incident, deadlines }) => (
        <li key={id} className={styles.instruction}>
          <Link to={`/instructions/${id}`}>{t('given.to', { unit: unit.name })}</Link>
          <p>{text}</p>
          {incident && (
            <p className={styles.soft}>
              {incident.number} {incident.title}
            </p>
          )}
          {deadlines.map((deadline) => (
            <DeadlineChip key={deadline.id} deadline={deadline} />
          ))}
        </li>
      ))}
    </ul>
  );
}
