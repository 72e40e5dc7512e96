import type { IncidentState } from '../api/types';
import { useCommon } from '../i18n/common';
import styles from './StateTag.module.css';

interface StateTagProps {
  readonly state: IncidentState;
  /** 督办: a leader watches over it. */
  readonly supervised?: boolean;
}

/** Where an incident stands. Without colour: colour is kept for severity and time. */
export function StateTag({ state, supervised = false }: StateTagProps) {
  const t = useCommon();
  return (
    <>
      <span className={styles.tag}>{t(`state.${state}`)}</span>
      {supervised && <span className={styles.supervised}>{t('supervised')}</span>}
    </>
  );
}
