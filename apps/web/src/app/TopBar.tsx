import Button from 'antd/es/button';
import { Link, NavLink } from 'react-router';
import { useUnread } from '../api/notifications';
import { may, type Me } from '../api/types';
import { useCommon } from '../i18n/common';
import { useSettings } from '../settings/settings';
import { Icon } from '../ui/Icon';
import { AccountMenu } from './AccountMenu';
import { menusFor } from './navigation';
import { NavMenu } from './NavMenu';
import { useOpenQuickLog } from './quick-log-context';
import { useText } from './text';
import styles from './TopBar.module.css';

export function TopBar({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const t = useText();
  const common = useCommon();
  const { language } = useSettings();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        {common('brand')}
      </Link>
      <nav aria-label={t('nav.main')} className={styles.places}>
        {menusFor(me).map(({ group, places }) =>
          group === 'top' || places.length === 1 ? (
            places.map(({ to, name }) => (
              <NavLink key={to} to={to} end={to === '/'} className={styles.place ?? ''}>
                {name[language]}
              </NavLink>
            ))
          ) : (
            <NavMenu key={group} group={group} places={places} />
          ),
        )}
      </nav>
      <div className={styles.tools}>
        {may(me, 'incident.log') && <LogButton />}
        <SearchLink />
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

function SearchLink() {
  const t = useText();
  return (
    <Link to="/search" className={styles.tool} title={t('nav.search')} aria-keyshortcuts="/">
      <Icon name="search" />
      <span className="mb-said">{t('nav.search')}</span>
    </Link>
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
