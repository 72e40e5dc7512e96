import type { Change } from '../../../api/rota-types';
import { useText } from '../text';
import { usePosition, useSpan } from '../use-words';
import styles from './panel.module.css';

interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly zone: string;
  readonly nameOf: (id: string) => string;
  readonly shown?: number;
}

/** Exactly what would change, in sentences: when, what, from whom to whom. */
export function ChangeList({ changes, zone, nameOf, shown = 12 }: ChangeListProps) {
  const t = useText();
  const span = useSpan(zone);
  const positionOf = usePosition();
  const who = (id: string | null) => (id === null ? t('change.nobody') : nameOf(id));
  const rest = changes.length - shown;
  return (
    <ul className={styles.changes}>
      {changes.slice(0, shown).map((change) => (
        <li key={`${change.position}-${change.from}`} data-gap={change.after === null}>
          {t('change.sentence', {
            span: span(Date.parse(change.from), Date.parse(change.to)),
            position: positionOf(change.position),
            before: who(change.before),
            after: who(change.after),
          })}
        </li>
      ))}
      {rest > 0 && <li className={styles.soft}>{t('change.more', { count: rest })}</li>}
    </ul>
  );
}
