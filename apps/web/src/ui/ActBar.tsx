import type { ReactNode } from 'react';
import styles from './ActBar.module.css';

/** The next act: in line on a desk, full width at the bottom edge on a phone, above the tabs. */
export function ActBar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}
