import type { Deadline } from '../../../api/types';
import { usePrinting } from '../../../theme/use-media';
import { DeadlineChip } from '../../../ui/DeadlineChip';
import { Section } from '../../../ui/Section';
import { useText } from './text';
import styles from './page.module.css';

const OVER: ReadonlySet<string> = new Set(['met', 'missed', 'lifted', 'stopped']);

/** What runs is in sight; what is over can be opened. */
export function Deadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const t = useText();
  const isPrinting = usePrinting();
  const over = deadlines.filter(({ state }) => OVER.has(state));
  const running = deadlines.filter((deadline) => !over.includes(deadline));
  return (
    <Section title={t('deadlines')}>
      {running.length === 0 && <p className={styles.soft}>{t('deadlines.none')}</p>}
      <Chips deadlines={running} />
      {over.length > 0 && (
        <details className={styles.over} open={isPrinting || undefined}>
          <summary>{t('deadlines.over', { count: over.length })}</summary>
          <Chips deadlines={over} />
        </details>
      )}
    </Section>
  );
}

function Chips({ deadlines }: { deadlines: readonly Deadline[] }) {
  if (deadlines.length === 0) return null;
  return (
    <ul className={styles.chips}>
      {deadlines.map((deadline) => (
        <li key={deadline.id}>
          <DeadlineChip deadline={deadline} />
        </li>
      ))}
    </ul>
  );
}
