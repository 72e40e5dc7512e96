import type { Person } from '../api/types';
import { useCommon } from '../i18n/common';
import styles from './UserName.module.css';

export function UserName({ person }: { person: Person | null }) {
  const t = useCommon();
  if (person === null) return <span className={styles.none}>{t('user.none')}</span>;
  return <span className={styles.name}>{person.name}</span>;
}
