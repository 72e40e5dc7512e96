import { Link } from 'react-router';
import type { IncidentPage, LinkedIncident } from '../../../api/incident-types';
import { Section } from '../../../ui/Section';
import { StateTag } from '../../../ui/StateTag';
import { useText } from './text';
import styles from './page.module.css';

export function Related({ incident: { mergedInto, absorbed } }: { incident: IncidentPage }) {
  const t = useText();
  if (mergedInto === null && absorbed.length === 0) return null;
  return (
    <Section title={t('related')}>
      {mergedInto !== null && (
        <>
          <h3 className={styles.minor}>{t('related.into')}</h3>
          <Links incidents={[mergedInto]} />
        </>
      )}
      {absorbed.length > 0 && (
        <>
          <h3 className={styles.minor}>{t('related.absorbed')}</h3>
          <Links incidents={absorbed} />
        </>
      )}
    </Section>
  );
}

function Links({ incidents }: { incidents: readonly LinkedIncident[] }) {
  return (
    <ul className={styles.plain}>
      {incidents.map(({ id, number, title, state }) => (
        <li key={id} className={styles.actionHead}>
          <Link to={`/incidents/${id}`}>
            {number} {title}
          </Link>
          <StateTag state={state} />
        </li>
      ))}
    </ul>
  );
}
