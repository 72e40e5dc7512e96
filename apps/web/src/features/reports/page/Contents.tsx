import type { Report } from '../../../api/report-types';
import { LANGUAGE_TAG } from '../../../settings/language-tag';
import { usePhone } from '../../../theme/use-media';
import { headingOf } from './heading';
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
          {sections.map((section) => (
            <li key={section.key}>
              <a href={`#section-${section.key}`}>{headingOf(section, language)}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
