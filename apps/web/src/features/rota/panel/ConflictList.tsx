import type { Conflict } from '../../../api/rota-types';
import { useSay } from '../../../i18n/words';
import { Icon } from '../../../ui/Icon';
import { useSpan } from '../use-words';
import styles from './panel.module.css';

const keyOf = ({ kind, userId, from }: Conflict): string => `${kind}-${userId}-${from}`;

/** What to think of before saving. It warns, and does not forbid. */
export function ConflictList({
  conflicts,
  zone,
}: {
  conflicts: readonly Conflict[];
  zone: string;
}) {
  const say = useSay();
  const span = useSpan(zone);
  if (conflicts.length === 0) return null;
  return (
    <ul className={styles.conflicts}>
      {conflicts.map((conflict) => (
        <li key={keyOf(conflict)}>
          <Icon name="warning" size={16} />
          <span>
            {say(conflict.message)}
            {conflict.kind !== 'no-channel' && (
              <span className={styles.when}>
                {span(Date.parse(conflict.from), Date.parse(conflict.to))}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
