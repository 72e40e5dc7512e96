import type { ReactNode } from 'react';
import styles from './states.module.css';

interface EmptyStateProps {
  /** What is not there: "没有等您处理的事项". */
  readonly title: string;
  /** Why, and what would fill it. */
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}

export function EmptyState({ title, children, act }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children && <p className={styles.soft}>{children}</p>}
      {act && <div className={styles.act}>{act}</div>}
    </div>
  );
}
