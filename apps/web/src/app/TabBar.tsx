import { NavLink } from 'react-router';
import { may, type Me } from '../api/types';
import { useSettings } from '../settings/settings';
import { Icon } from '../ui/Icon';
import { MoreTab } from './MoreTab';
import { tabsFor } from './navigation';
import { useOpenQuickLog } from './quick-log-context';
import { useText } from './text';
import styles from './TabBar.module.css';

/** On phones: the places that matter most, the log, and the way to all others. */
export function TabBar({ me }: { me: Me }) {
  const t = useText();
  const { language } = useSettings();
  const openLog = useOpenQuickLog();
  return (
    <nav aria-label={t('nav.main')} className={styles.tabs}>
      {tabsFor(me).map(({ to, name, icon }) => (
        <NavLink key={to} to={to} end={to === '/'} className={styles.tab ?? ''}>
          <Icon name={icon} />
          {name[language]}
        </NavLink>
      ))}
      {may(me, 'incident.log') && (
        <button type="button" className={styles.tab} onClick={openLog}>
          <Icon name="plus" />
          {t('nav.log')}
        </button>
      )}
      <MoreTab me={me} />
    </nav>
  );
}
