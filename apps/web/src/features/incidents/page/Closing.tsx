import { useRecords } from '../../../api/incidents';
import type { IncidentPage } from '../../../api/incident-types';
import { Section } from '../../../ui/Section';
import { useSaying } from '../words/use-say';
import { Records } from './Records';
import { useText } from './text';
import styles from './page.module.css';

/** How it ended, and what was kept of it each time. */
export function Closing({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const say = useSaying();
  const { summary, review, lessons, responseNotNeeded, satisfaction, satisfactionAsked } = incident;
  const { data: records } = useRecords(incident.id);
  const kept = records?.items ?? [];
  const score =
    satisfaction === null
      ? null
      : t('closing.satisfaction.score', {
          score: satisfaction,
          asked: say.asked(satisfactionAsked),
        });
  const parts = [
    [t('closing.noResponse'), responseNotNeeded],
    [t('closing.summary'), summary],
    [t('closing.review'), review],
    [t('closing.lessons'), lessons],
    [t('closing.satisfaction'), score],
  ] as const;
  if (kept.length === 0 && parts.every(([, text]) => text === null)) return null;
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
      </dl>
      {kept.length > 0 && <Records incident={incident} records={kept} />}
    </Section>
  );
}
