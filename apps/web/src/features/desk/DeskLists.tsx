import type { Desk, DeskItem } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Section';
import type { Acks } from './acks';
import { DutyCalls } from './duty/DutyCalls';
import { DeskRow } from './DeskRow';
import { byUrgency } from './order';
import { useText } from './text';
import styles from './desk.module.css';

export function DeskLists({ desk, acks }: { desk: Desk; acks: Acks }) {
  const t = useText();
  const waiting = acks.pending.filter((ack) => ack.waiting).length;
  return (
    <div className={styles.lists}>
      {waiting > 0 && (
        <p role="status" className={styles.stale}>
          {t('acks.waiting', { count: waiting })}
        </p>
      )}
      <DutyCalls acks={acks} />
      <Section title={t('now')} count={desk.now.length}>
        {desk.now.length === 0 ? (
          <EmptyState title={t('now.empty')}>{t('now.empty.body')}</EmptyState>
        ) : (
          <Rows items={desk.now} acks={acks} urgent />
        )}
      </Section>
      <Section title={t('mine')} count={desk.mine.length}>
        {desk.mine.length === 0 ? (
          <p className={styles.none}>{t('mine.empty')}</p>
        ) : (
          <Rows items={desk.mine} acks={acks} />
        )}
      </Section>
      <Section title={t('watching')} count={desk.watching.length}>
        {desk.watching.length === 0 ? (
          <p className={styles.none}>{t('watching.empty')}</p>
        ) : (
          <Rows items={desk.watching} acks={acks} />
        )}
      </Section>
    </div>
  );
}

interface RowsProps {
  readonly items: readonly DeskItem[];
  readonly acks: Acks;
  readonly urgent?: boolean;
}

function Rows({ items, acks, urgent = false }: RowsProps) {
  return (
    <ul className={styles.rows}>
      {items.toSorted(byUrgency).map((item) => (
        <DeskRow
          key={item.escalation?.id ?? `${item.incident.id}/${item.deadline?.id ?? ''}`}
          item={item}
          acks={acks}
          urgent={urgent}
        />
      ))}
    </ul>
  );
}
