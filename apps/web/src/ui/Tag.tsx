import type { ReactNode } from 'react';
import styles from './Tag.module.css';

interface TagProps {
  /** Somebody is waited for. */
  readonly waits?: boolean;
  readonly children: ReactNode;
}

/** Where something stands, in a word or two. */
export function Tag({ waits = false, children }: TagProps) {
  return (
    <span className={styles.tag} data-waits={waits}>
      {children}
    </span>
  );
}
