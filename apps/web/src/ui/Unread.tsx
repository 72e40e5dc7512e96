import { useCommon } from '../i18n/common';
import styles from './Unread.module.css';

/** How many entries are new to oneself, of an incident that one watches. */
export function Unread({ count }: { count: number }) {
  const t = useCommon();
  const said = t('unread', { count });
  return (
    <span className={styles.unread} title={said}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="mb-said">{said}</span>
    </span>
  );
}
