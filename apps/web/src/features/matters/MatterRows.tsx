import { Link } from 'react-router';
import type { MatterItem } from '../../api/matters';
import { useWhen } from '../../time/use-when';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { useText } from './text';
import styles from './matters.module.css';

/** Matters as lines: what, when, where, whose. */
export function MatterRows({ matters }: { matters: readonly MatterItem[] }) {
  const t = useText();
  const when = useWhen();
  return (
    <ul className={styles.rows}>
      {matters.map(({ id, title, state, kind, startsAt, endsAt, place, unit, deadlines }) => (
        <li key={id} className={styles.row}>
          <div className={styles.what}>
            <Link to={`/matters/${id}`} className={styles.name}>
              {title}
            </Link>
            <span className={styles.tag} data-waits={state === 'reported'}>
              {t(`state.${state}`)}
            </span>
            <p className={styles.soft}>
              {[when.span(startsAt, endsAt), place, t(`kind.${kind}`), unit.name].join(' · ')}
            </p>
          </div>
          {deadlines.map((deadline) => (
            <DeadlineChip key={deadline.id} deadline={deadline} />
          ))}
        </li>
      ))}
    </ul>
  );
}
