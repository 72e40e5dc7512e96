import { Link } from 'react-router';
import type { Import } from '../../api/imports';
import { useSay } from '../../i18n/words';
import { useSettings } from '../../settings/settings';
import { Section } from '../../ui/Section';
import { useText } from './text';
import styles from './imports.module.css';

/** The rows that could not be read, each with everything that is wrong, and the way to mend them. */
export function Rejected({ one }: { one: Import }) {
  const t = useText();
  const say = useSay();
  const { language } = useSettings();
  const { id, source, rejected, rejectedRows } = one;
  return (
    <Section title={t('rejected.title')} count={rejected}>
      <p>{t('rejected.lead')}</p>
      <p className={styles.ways}>
        <a href={`/api/v1/imports/${id}/rejected.csv`} download className={styles.act}>
          {t('rejected.download')}
        </a>
        <Link to={`/inbox/import?source=${encodeURIComponent(source.name)}`} className={styles.act}>
          {t('rejected.back')}
        </Link>
      </p>
      <ul className={styles.rejected}>
        {rejectedRows.map(({ line, reasons }) => (
          <li key={line}>
            <span className={styles.line}>{t('rejected.line', { line })}</span>
            <span>{reasons.map(say).join(language === 'zh' ? '；' : '; ')}</span>
          </li>
        ))}
      </ul>
      {rejected > rejectedRows.length && (
        <p className={styles.soft}>{t('rejected.first', { count: rejectedRows.length })}</p>
      )}
    </Section>
  );
}
