import { NavLink, useLocation } from 'react-router';
import { useSettings } from '../settings/settings';
import type { Me } from '../api/types';
import { Icon } from '../ui/Icon';
import { GROUPS, isAt, menusFor, tabsFor } from './navigation';
import { useText } from './text';
import { useMenu } from './use-menu';
import styles from './TabBar.module.css';

/** On phones: every place that the tab bar has no room for, by its menu, on a sheet above the bar. */
export function MoreTab({ me }: { me: Me }) {
  const t = useText();
  const { menu } = useMenu();
  const { language } = useSettings();
  const { pathname } = useLocation();
  const shown = new Set(tabsFor(me).map(({ to }) => to));
  const menus = menusFor(me)
    .map(({ group, places }) => ({ group, places: places.filter(({ to }) => !shown.has(to)) }))
    .filter(({ places }) => places.length > 0);
  if (menus.length === 0) return null;
  const here = menus.some(({ places }) => places.some((place) => isAt(place, pathname)));
  return (
    <details className={styles.more} {...menu}>
      <summary className={styles.tab} data-here={here}>
        <Icon name="more" />
        {t('nav.more')}
      </summary>
      <div className={styles.sheet}>
        {menus.map(({ group, places }) => (
          <section key={group} aria-label={GROUPS[group][language]}>
            <h2 className={styles.group}>{GROUPS[group][language]}</h2>
            <ul className={styles.places}>
              {places.map(({ to, name, icon }) => (
                <li key={to}>
                  <NavLink to={to} className={styles.place ?? ''}>
                    <Icon name={icon} />
                    {name[language]}
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}
