import { NavLink, useLocation } from 'react-router';
import { useSettings } from '../settings/settings';
import { Icon } from '../ui/Icon';
import { GROUPS, isAt, type Menu } from './navigation';
import { useMenu } from './use-menu';
import styles from './NavMenu.module.css';

/** One menu of the top bar: its name, and behind it where one can go. */
export function NavMenu({ group, places }: Menu) {
  const { menu } = useMenu();
  const { language } = useSettings();
  const { pathname } = useLocation();
  const here = places.some((place) => isAt(place, pathname));
  return (
    <details className={styles.menu} {...menu}>
      <summary className={styles.summary} data-here={here}>
        {GROUPS[group][language]}
        <span className={styles.arrow}>
          <Icon name="chevron" size={12} />
        </span>
      </summary>
      <ul className={styles.panel}>
        {places.map(({ to, name, icon }) => (
          <li key={to}>
            <NavLink to={to} className={styles.place ?? ''}>
              <Icon name={icon} size={18} />
              {name[language]}
            </NavLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
