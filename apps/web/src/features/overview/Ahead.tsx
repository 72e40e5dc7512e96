import type { Overview } from '../../api/overview';
import { useText } from './text';
import styles from './overview.module.css';

/** Days on which people will talk, and risks that the register knows. */
export function Ahead({ ahead: { dates, risks } }: { ahead: Overview['ahead'] }) {
  const t = useText();
  if (dates.length + risks.length === 0) return <p className={styles.soft}>{t('ahead.none')}</p>;
  return (
    <ul className={styles.lines}>
      {dates.map(({ title, from, to }) => (
        <li key={`${title} ${from}`}>
          <span className={styles.what}>
            {title}
            <span className={styles.soft}>
              {from === to ? from : t('ahead.span', { from, to })}
            </span>
          </span>
        </li>
      ))}
      {risks.map(({ title, place, likelihood, consequence }) => (
        <li key={`${title} ${place ?? ''}`}>
          <span className={styles.what}>
            {[title, place].filter(Boolean).join(' · ')}
            <span className={styles.soft}>{t('ahead.risk', { likelihood, consequence })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
