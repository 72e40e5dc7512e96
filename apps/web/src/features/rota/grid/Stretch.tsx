import { Icon } from '../../../ui/Icon';
import type { Part } from '../cells';
import { shortName } from '../person-colour';
import { useText } from '../text';
import type { People } from '../use-people';
import styles from './grid.module.css';

interface StretchProps {
  readonly part: Part;
  readonly people: People;
  /** When it begins, where a cell has more than one. */
  readonly time?: string | undefined;
  readonly isNarrow?: boolean;
  /** A gap that is over cannot be filled any more, and need not be seen from afar. */
  readonly isOver?: boolean;
}

/**
 * One person's time in a cell: a colour and always a name; or a gap, hatched. What is read out stands beside it, as a
 * sentence.
 */
export function Stretch({ part, people, time, isNarrow = false, isOver = false }: StretchProps) {
  const t = useText();
  const grow = { flexGrow: part.to - part.from };
  if (part.userId === null) {
    return (
      <span aria-hidden="true" className={isOver ? styles.gapOver : styles.gap} style={grow}>
        {time !== undefined && <span className={styles.time}>{time}</span>}
        <span className={styles.name}>{t('gap')}</span>
      </span>
    );
  }
  const name = people.nameOf(part.userId);
  const { ground, edge } = people.colourOf(part.userId);
  return (
    <span
      aria-hidden="true"
      className={isNarrow ? styles.narrow : styles.stretch}
      style={{ ...grow, backgroundColor: ground, borderInlineStartColor: edge }}
    >
      {time !== undefined && <span className={styles.time}>{time}</span>}
      <span className={styles.name}>{isNarrow ? shortName(name) : name}</span>
      {part.via !== 'layer' && <span className={styles.via}>{t(`mark.${part.via}`)}</span>}
      {part.isTroubled && (
        <span className={styles.trouble}>
          <Icon name="warning" size={14} />
        </span>
      )}
    </span>
  );
}
