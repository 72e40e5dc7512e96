import type { Report } from '../../../api/report-types';
import { LANGUAGE_TAG } from '../../../settings/language-tag';
import { usePhone } from '../../../theme/use-media';
import { useText } from './text';
import styles from './document.module.css';

/** The sections by their numbers: one tap to each. */
export function Contents({ report: { sections, language } }: { report: Report }) {
  const t = useText();
  const isPhone = usePhone();
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      <details open={!isPhone}>
        <summary>{t('contents')}</summary>
        <ol lang={LANGUAGE_TAG[language]}>
          {sections.map(({ key, number, title }) => (
            <li key={key}>
              <a href={`#section-${key}`}>
                {number} {title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
