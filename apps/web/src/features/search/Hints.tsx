import { useText } from './text';
import styles from './search.module.css';

/** Before anything was asked: what the box understands. */
export function Hints() {
  const t = useText();
  return (
    <section className={styles.hints} aria-labelledby="search-hints">
      <h2 id="search-hints">{t('hint.title')}</h2>
      <ul>
        <li>{t('hint.words')}</li>
        <li>{t('hint.phrase')}</li>
        <li>{t('hint.not')}</li>
        <li className={styles.keys}>{t('hint.keys')}</li>
      </ul>
    </section>
  );
}
