import { Suspense } from 'react';
import { Link } from 'react-router';
import { part } from '../../lib/part';
import { useMarkRead, useNotifications } from '../../api/notifications';
import { useMe } from '../../api/session';
import { may, type OnDuty } from '../../api/types';
import { useDutyNow } from '../../api/duty';
import { usePhone } from '../../theme/use-media';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { NotificationList } from '../notifications/NotificationList';
import type { useMyShift } from '../shifts/acts/use-my-shift';
import { DutyNow } from './duty/DutyNow';
import { MyShiftPanel } from './duty/MyShiftPanel';
import { DutyList } from './DutyList';
import { useText } from './text';
import styles from './desk.module.css';

const TodayKnown = part(() => import('../matters/TodayKnown'));

/** Beside the lists there is room for the latest; the rest is a page of its own. */
const SHOWN = 8;

interface AsideProps {
  /** As the desk knows it: what this device keeps, for an hour without a network. */
  readonly onDuty: readonly OnDuty[];
  readonly mine: ReturnType<typeof useMyShift>;
}

export function DeskAside({ onDuty, mine }: AsideProps) {
  const t = useText();
  const me = useMe();
  const phone = usePhone();
  const { data: duty } = useDutyNow();
  const { data, error } = useNotifications();
  const { mutate: markRead } = useMarkRead();
  const latest = data?.items.slice(0, SHOWN) ?? [];
  return (
    <aside className={styles.aside}>
      {duty && may(me, 'duty.own') && <MyShiftPanel {...mine} withAct={!phone} />}
      <Section title={t('onDuty')}>
        {duty ? <DutyNow duty={duty} /> : <DutyList onDuty={onDuty} />}
      </Section>
      <Suspense>
        <TodayKnown />
      </Suspense>
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
