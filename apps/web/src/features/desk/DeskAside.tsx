import { Link } from 'react-router';
import { useMarkRead, useNotifications } from '../../api/notifications';
import type { OnDuty } from '../../api/types';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { NotificationList } from '../notifications/NotificationList';
import { DutyList } from './DutyList';
import { useText } from './text';
import styles from './desk.module.css';

/** Beside the lists there is room for the latest; the rest is a page of its own. */
const SHOWN = 8;

export function DeskAside({ onDuty }: { onDuty: readonly OnDuty[] }) {
  const t = useText();
  const { data, error } = useNotifications();
  const { mutate: markRead } = useMarkRead();
  const latest = data?.items.slice(0, SHOWN) ?? [];
  return (
    <aside className={styles.aside}>
      <Section title={t('onDuty')}>
        <DutyList onDuty={onDuty} />
      </Section>
      <Section
        title={t('recent')}
        acts={latest.length > 0 && <Link to="/notifications">{t('recent.all')}</Link>}
      >
        {!data && !error && <Skeleton rows={3} />}
        {!data && error && <p className={styles.none}>{t('recent.unknown')}</p>}
        {data && latest.length === 0 && <p className={styles.none}>{t('recent.empty')}</p>}
        {latest.length > 0 && <NotificationList items={latest} onRead={markRead} />}
      </Section>
    </aside>
  );
}
