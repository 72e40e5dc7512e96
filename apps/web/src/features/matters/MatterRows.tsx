import { Link } from 'react-router';
import type { MatterItem } from '../../api/matters';
import { useWhen } from '../../time/use-when';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { Tag } from '../../ui/Tag';
import { useText } from './text';
import styles from './matters.module.css';
import rows from '../../ui/rows.module.css';

/** Matters as lines: what, when, where, whose. */
export function MatterRows({ matters }: { matters: readonly MatterItem[] }) {
  const t = useText();
  const when = useWhen();
  return (
    <ul className={rows.rows}>
      {matters.map(({ id, title, state, kind, startsAt, endsAt, place, unit, deadlines }) => (
        <li key={id} className={rows.row}>
          <div className={rows.what}>
            <Link to={`/matters/${id}`} className={rows.name}>
              {title}
            </Link>
            <Tag tone={state === 'reported' ? 'live' : 'plain'}>{t(`state.${state}`)}</Tag>
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
