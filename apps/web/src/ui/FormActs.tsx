import type { ReactNode } from 'react';
import styles from './FormActs.module.css';

/** The buttons below a form: the act first, the way out after it. Stacked and full width on phones. */
export function FormActs({ children }: { children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}
