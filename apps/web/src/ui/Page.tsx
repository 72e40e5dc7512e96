import { useEffect, useRef, type ReactNode } from 'react';
import { useCommon } from '../i18n/common';
import { setPageTitle } from './page-title';
import styles from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** Shown beside the title: a state, a count. */
  readonly beside?: ReactNode;
  /** Acts of the whole page, at the right. */
  readonly acts?: ReactNode;
  /** The one-line answer to the page's question, below the title. */
  readonly lead?: ReactNode;
  /** A small heading, for pages whose `lead` is the largest thing on them. */
  readonly quiet?: boolean;
  /** Reading width for forms and documents; lists take the whole window. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** One page: its heading takes focus on arrival, and names the browser tab. */
export function Page({
  title,
  beside,
  acts,
  lead,
  quiet = false,
  narrow = false,
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const t = useCommon();

  useEffect(() => {
    // A form that puts the cursor into its first field has already said where to begin.
    const inside = heading.current?.closest('main')?.contains(document.activeElement);
    if (!inside || document.activeElement?.id === 'content') {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  useEffect(() => setPageTitle(`${title} · ${t('brand')}`), [title, t]);

  return (
    <div className={narrow ? `${styles.page ?? ''} ${styles.narrow ?? ''}` : styles.page}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h1 ref={heading} tabIndex={-1} className={quiet ? styles.quiet : styles.title}>
            {title}
          </h1>
          {beside}
        </div>
        {acts && <div className={styles.acts}>{acts}</div>}
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}
