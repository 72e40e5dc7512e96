import type { Rise } from '../../api/inbox';
import { useText } from './text';
import styles from './inbox.module.css';

/** Why a topic rises, each reason with the figures that say so. */
export function RiseWords({ rises }: { rises: readonly Rise[] }) {
  const t = useText();
  if (rises.length === 0) return null;
  return (
    <ul className={styles.rises} aria-label={t('rises')}>
      {rises.map((rise) => (
        <li key={rise.kind}>
          <RiseMark rise={rise} /> {t(`rise.${rise.kind}.why`, { ...rise, rank: rise.rank ?? 0 })}
        </li>
      ))}
    </ul>
  );
}

/** One word on the row of a mention. */
export function RiseMark({ rise: { kind } }: { rise: Rise }) {
  const t = useText();
  return (
    <span className={styles.rise} data-kind={kind}>
      {t(`rise.${kind}`)}
    </span>
  );
}
