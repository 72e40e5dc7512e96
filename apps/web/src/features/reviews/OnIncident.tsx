import Button from 'antd/es/button';
import { useNavigate } from 'react-router';
import { useReleases } from '../../api/releases';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { Section } from '../../ui/Section';
import { ReviewRow } from './ReviewRow';
import { useText } from './text';
import styles from './reviews.module.css';

/** What is being said in public about an incident, and the way to write an answer. */
export default function OnIncident({
  incidentId,
  isMerged,
}: {
  incidentId: string;
  isMerged: boolean;
}) {
  const t = useText();
  const me = useMe();
  const navigate = useNavigate();
  const { data } = useReleases({ incidentId });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const canWrite = may(me, 'release.draft') && !isMerged;
  if (!may(me, 'release.read') || (rows.length === 0 && !canWrite)) return null;
  return (
    <Section
      title={t('incident.title')}
      count={rows.length}
      acts={
        canWrite && (
          <Button size="small" onClick={() => void navigate(`/reviews/new?incident=${incidentId}`)}>
            {t('incident.write')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={styles.soft}>{t('incident.none')}</p>}
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <ReviewRow key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Section>
  );
}
