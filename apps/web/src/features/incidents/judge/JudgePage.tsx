import { Link, useNavigate, useParams } from 'react-router';
import { useIncident, useTimeline } from '../../../api/incidents';
import type { IncidentPage } from '../../../api/incident-types';
import { useJudgementAids } from '../../../api/judgements';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Section } from '../../../ui/Section';
import { SeverityMark } from '../../../ui/SeverityMark';
import { Skeleton } from '../../../ui/Skeleton';
import { Consultation } from '../consultation/Consultation';
import { Mentions } from '../mentions/Mentions';
import { Claim } from '../page/Claim';
import { Deadlines } from '../page/Deadlines';
import { Judgements } from './Judgements';
import { SimilarIncidents } from './SimilarIncidents';
import { useText } from './text';
import { Work } from './Work';
import styles from './judge.module.css';

/** 研判台: the record on one side, the matrix on the other; a leader sees the same record. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data: incident, error, refetch } = useIncident(id);
  if (error && !incident) {
    return (
      <Page title={t('seen.title')} narrow>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!incident) {
    return (
      <Page title={t('seen.title')} quiet>
        <Skeleton rows={8} />
      </Page>
    );
  }
  return <Desk key={incident.id} incident={incident} />;
}

function Desk({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const navigate = useNavigate();
  const place = `/incidents/${incident.id}`;
  return (
    <Page
      title={incident.title}
      beside={
        <>
          <SeverityMark severity={incident.severity} withLabel />
          <span className={styles.number}>{incident.number}</span>
        </>
      }
      lead={<Link to={place}>{t('desk.back')}</Link>}
    >
      <div className={styles.desk}>
        <Record incident={incident} />
        <div className={styles.work}>
          <Work incident={incident} onDone={() => void navigate(place)} />
        </div>
      </div>
    </Page>
  );
}

function Record({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const timeline = useTimeline(incident.id);
  return (
    <div className={styles.record} role="group" aria-label={t('desk.record')}>
      <Deadlines deadlines={incident.deadlines} />
      <Claim incident={incident} items={timeline.data?.items ?? []} />
      <Similar incident={incident} />
      <Consultation incident={incident} />
      <Mentions incident={incident} />
      <Judgements incident={incident} />
    </div>
  );
}

function Similar({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const mayRead = may(useMe(), 'judgement.read');
  const { data, error, refetch } = useJudgementAids(incident.id, mayRead);
  if (!mayRead) return null;
  return (
    <Section title={t('similar')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} />}
      {data && <SimilarIncidents similar={data.similar} />}
    </Section>
  );
}
