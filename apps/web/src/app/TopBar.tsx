import Button from 'antd/es/button';
import { Link, NavLink } from 'react-router';
import { useUnread } from '../api/notifications';
import { may, type Me } from '../api/types';
import { useCommon } from '../i18n/common';
import { Icon } from '../ui/Icon';
import { AccountMenu } from './AccountMenu';
import { placesFor } from './navigation';
import { useOpenQuickLog } from './quick-log-context';
import { useText } from './text';
import styles from './TopBar.module.css';

export function TopBar({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const t = useText();
  const common = useCommon();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        {common('brand')}
      </Link>
      <nav aria-label={t('nav.main')} className={styles.places}>
        {placesFor(me).map(({ to, label }) => (
          <NavLink key={to} to={to} end={to === '/'} className={styles.place ?? ''}>
            {t(label)}
          </NavLink>
        ))}
      </nav>
      <div className={styles.tools}>
        {may(me, 'incident.log') && <LogButton />}
        <Bell />
        <AccountMenu me={me} onHelp={onHelp} />
      </div>
    </header>
  );
}

function LogButton() {
  const t = useText();
  const openLog = useOpenQuickLog();
  return (
    <span className={styles.log}>
      <Button type="primary" size="small" onClick={openLog} aria-keyshortcuts="n">
        {t('nav.log')}
        <kbd className={styles.key} aria-hidden="true">
          n
        </kbd>
      </Button>
    </span>
  );
}

function Bell() {
  const t = useText();
  const unread = useUnread();
  const label = unread > 0 ? t('nav.unread', { count: unread }) : t('nav.notifications');
  return (
    <Link to="/notifications" className={styles.tool} title={label}>
      <Icon name="bell" />
      <span className="mb-said">{label}</span>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
