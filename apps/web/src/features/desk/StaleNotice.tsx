import { useSettings } from '../../settings/settings';
import { serverNow } from '../../time/server-clock';
import { shortTime } from '../../time/zone';
import { useText } from './text';
import styles from './desk.module.css';

/** What is on the desk was kept on this device. `since` is this device's time. */
export function StaleNotice({ since }: { since: number }) {
  const t = useText();
  const { language } = useSettings();
  const now = serverNow();
  return (
    <p role="status" className={styles.stale}>
      {t('stale', { at: shortTime(since, language, now) })}
    </p>
  );
}
