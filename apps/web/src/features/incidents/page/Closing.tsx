import { useRecords } from '../../../api/incidents';
import type { IncidentPage } from '../../../api/incident-types';
import { Section } from '../../../ui/Section';
import { useSaying } from '../words/use-say';
import { useText } from './text';
import styles from './page.module.css';

/** How it ended, and the mark by which the frozen record can be checked. */
export function Closing({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const say = useSaying();
  const { summary, lessons, responseNotNeeded, state } = incident;
  const { data: records } = useRecords(incident.id);
  const record = state === 'archived' ? records?.items[0] : undefined;
  const parts = [
    [t('closing.noResponse'), responseNotNeeded],
    [t('closing.summary'), summary],
    [t('closing.lessons'), lessons],
  ] as const;
  if (parts.every(([, text]) => text === null)) return null;
  return (
    <Section title={t('closing')}>
      <dl className={styles.closing}>
        {parts.map(([name, text]) =>
          text === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={styles.written}>{text}</dd>
            </div>
          ),
        )}
        {record && (
          <div>
            <dt>{t('closing.record')}</dt>
            <dd>
              <code className={styles.hash}>{record.sha256}</code>{' '}
              <span className={styles.soft}>
                {t('closing.recordAt', { at: say.moment(Date.parse(record.archivedAt)) })}
              </span>
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
