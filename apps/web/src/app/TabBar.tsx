import { NavLink } from 'react-router';
import { may, type Me } from '../api/types';
import { Icon } from '../ui/Icon';
import { placesFor } from './navigation';
import { useOpenQuickLog } from './quick-log-context';
import { useText } from './text';
import styles from './TabBar.module.css';

/** Phones have room for the first two places beside the log; the others are in the account menu. */
const SHOWN = 2;

export function TabBar({ me }: { me: Me }) {
  const t = useText();
  const openLog = useOpenQuickLog();
  return (
    <nav aria-label={t('nav.main')} className={styles.tabs}>
      {placesFor(me)
        .slice(0, SHOWN)
        .map(({ to, label, icon }) => (
          <NavLink key={to} to={to} end={to === '/'} className={styles.tab ?? ''}>
            <Icon name={icon} />
            {t(label)}
          </NavLink>
        ))}
      {may(me, 'incident.log') && (
        <button type="button" className={styles.tab} onClick={openLog}>
          <Icon name="plus" />
          {t('nav.log')}
        </button>
      )}
    </nav>
  );
}
