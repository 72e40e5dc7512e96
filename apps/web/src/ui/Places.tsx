import { NavLink } from 'react-router';
import styles from './Places.module.css';

interface PlacesProps {
  readonly label: string;
  readonly places: readonly { readonly to: string; readonly label: string }[];
}

/** The ways between pages that belong together, in one row that scrolls. */
export function Places({ label, places }: PlacesProps) {
  return (
    <nav aria-label={label} className={styles.nav}>
      {places.map((place) => (
        <NavLink key={place.to} to={place.to} className={styles.place ?? ''}>
          {place.label}
        </NavLink>
      ))}
    </nav>
  );
}
