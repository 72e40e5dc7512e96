import type { ReactNode } from 'react';
import styles from './Tag.module.css';

interface TagProps {
  /** `live`: it goes on now, or somebody is waited for. */
  readonly tone?: 'plain' | 'live' | 'late';
  readonly children: ReactNode;
}

/** Where something stands, in a word or two. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
