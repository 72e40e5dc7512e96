import type { ReactNode } from 'react';
import styles from './engine.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Something that a person should look at. */
  readonly isBad?: boolean;
}

/** Names and values, one to a line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, isBad = false }) => (
        <div
          key={name}
          className={isBad ? `${styles.fact ?? ''} ${styles.bad ?? ''}` : styles.fact}
        >
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
