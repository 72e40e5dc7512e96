import { Link } from 'react-router';
import { useMattersOf } from '../../api/matters';
import { useWhen } from '../../time/use-when';
import { Section } from '../../ui/Section';
import { Answers } from './Answers';
import { LinkActs } from './LinkActs';
import { useText } from './text';
import styles from './matters.module.css';
import rows from '../../ui/rows.module.css';

/** On the page of an incident: what was reported beforehand, with the answers at hand. Nothing, when nothing was. */
export default function IncidentMatters({ incidentId }: { incidentId: string }) {
  const t = useText();
  const when = useWhen();
  const { data } = useMattersOf(incidentId);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('incident.section')} count={items.length}>
      <ul className={rows.rows}>
        {items.map(({ matter, questions, ...link }) => (
          <li key={matter.id} className={styles.linked}>
            <Link to={`/matters/${matter.id}`} className={rows.name}>
              {matter.title}
            </Link>
            <LinkActs {...link} matterId={matter.id} incidentId={incidentId} title={matter.title} />
            <p className={styles.soft}>
              {[when.span(matter.startsAt, matter.endsAt), matter.place, matter.unit.name].join(
                ' · ',
              )}
            </p>
            <details open={link.link === 'confirmed'}>
              <summary>{t('questions')}</summary>
              <Answers questions={questions} />
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
