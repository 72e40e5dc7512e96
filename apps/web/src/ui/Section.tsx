import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page, and a landmark for screen readers. */
export function Section({ title, count, acts, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </h2>
        {acts}
      </div>
      {children}
    </section>
  );
}
