import { Link } from 'react-router';
import type { ReleasePage } from '../../../api/release-types';
import { useCommon } from '../../../i18n/common';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import styles from './page.module.css';

/** What the text answers, and what is shown with it. */
export function ClaimSection({ release: { claim, incident, channels } }: { release: ReleasePage }) {
  const t = useText();
  const common = useCommon();
  return (
    <>
      {claim && (
        <Section title={t('claim')}>
          <blockquote className={styles.claim}>{claim.claim}</blockquote>
          <dl className={styles.facts}>
            <div>
              <dt>{t('claim.verdict')}</dt>
              <dd>{common(`verdict.${claim.verdict}`)}</dd>
            </div>
            {incident && (
              <div>
                <dt>{t('claim.incident')}</dt>
                <dd>
                  <Link to={`/incidents/${incident.id}`}>
                    {incident.number} {incident.title}
                  </Link>
                </dd>
              </div>
            )}
          </dl>
          <h3 className={styles.minor}>{t('claim.evidence')}</h3>
          {claim.evidence.length === 0 && <p className={styles.soft}>{t('claim.evidence.none')}</p>}
          <ul className={styles.lines}>
            {claim.evidence.map(({ text, url, file }) => (
              <li key={`${text} ${url ?? ''} ${file?.sha256 ?? ''}`}>
                {text}
                {url !== null && (
                  <>
                    {' '}
                    <a href={url} target="_blank" rel="noreferrer noopener" className={styles.link}>
                      {url}
                    </a>
                  </>
                )}
                {file !== null && <> {t('claim.file', { name: file.name })}</>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('channels')}>
        {channels.length === 0 && <p className={styles.soft}>{t('channels.none')}</p>}
        <ul className={styles.channels}>
          {channels.map(({ id, name, active }) => (
            <li key={id}>{active ? name : t('channels.retired', { name })}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
