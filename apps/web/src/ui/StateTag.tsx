import type { IncidentState } from '../api/types';
import { useCommon } from '../i18n/common';
import styles from './StateTag.module.css';

/** Where an incident stands. Without colour: colour is kept for severity and time. */
export function StateTag({ state }: { state: IncidentState }) {
  const t = useCommon();
  return <span className={styles.tag}>{t(`state.${state}`)}</span>;
}
