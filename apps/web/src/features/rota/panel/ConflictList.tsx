import type { Conflict } from '../../../api/rota-types';
import { useSay } from '../../../i18n/words';
import { Icon } from '../../../ui/Icon';
import { useText } from '../text';
import { useSpan } from '../use-words';
import styles from './panel.module.css';

const keyOf = ({ kind, userId, from }: Conflict): string => `${kind}-${userId}-${from}`;

interface ConflictListProps {
  readonly conflicts: readonly Conflict[];
  /** Ids of people whom nothing but the application would reach. */
  readonly unreachable?: readonly string[];
  readonly zone: string;
  readonly nameOf: (id: string) => string;
}

/** What to think of before saving. It warns, and does not forbid. */
export function ConflictList({ conflicts, unreachable = [], zone, nameOf }: ConflictListProps) {
  const t = useText();
  const say = useSay();
  const span = useSpan(zone);
  if (conflicts.length + unreachable.length === 0) return null;
  return (
    <ul className={styles.conflicts}>
      {conflicts.map((conflict) => (
        <li key={keyOf(conflict)}>
          <Icon name="warning" size={16} />
          <span>
            <strong>{nameOf(conflict.userId)}</strong> {say(conflict.message)}
            <span className={styles.when}>
              {span(Date.parse(conflict.from), Date.parse(conflict.to))}
            </span>
          </span>
        </li>
      ))}
      {unreachable.map((id) => (
        <li key={id}>
          <Icon name="warning" size={16} />
          <span>
            <strong>{nameOf(id)}</strong> {t('legend.silent')}
          </span>
        </li>
      ))}
    </ul>
  );
}
