import Button from 'antd/es/button';
import { Suspense, useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { part } from '../../../lib/part';
import { useIncident, useTimeline } from '../../../api/incidents';
import type { IncidentPage as Incident } from '../../../api/incident-types';
import { ApiProblem } from '../../../api/problem';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { SeverityMark } from '../../../ui/SeverityMark';
import { Skeleton } from '../../../ui/Skeleton';
import { Plan } from '../disposal/Plan';
import { HandedBack, Supervision } from '../disposal/Supervision';
import { Mentions } from '../mentions/Mentions';
import { RoomStrip } from '../room/RoomStrip';
import { TimelineAside } from '../timeline/TimelineAside';
import { Consultation } from '../consultation/Consultation';
import { Judgements } from '../judge/Judgements';
import { isElsewhere, pageOf, possibleNow } from './acts';
import { Attachments } from './Attachments';
import { Claim } from './Claim';
import { Closing } from './Closing';
import { Deadlines } from './Deadlines';
import { NextActs } from './NextActs';
import { PhoneAct } from './PhoneAct';
import { Related } from './Related';
import { StageBar } from './StageBar';
import { useText } from './text';
import styles from './page.module.css';

const OnIncident = part(() => import('../../reviews/OnIncident'));
const IncidentMatters = part(() => import('../../matters/IncidentMatters'));
const IncidentReports = part(() => import('../../upward/IncidentReports'));

/** One incident: what is claimed, what happens next, and all that has happened. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data: incident, error, refetch } = useIncident(id);
  if (error && (!incident || isGone(error))) {
    return (
      <Page title={t('claim')} narrow>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!incident) {
    return (
      <Page title={t('claim')} quiet>
        <Skeleton rows={8} />
      </Page>
    );
  }
  return <Whole key={incident.id} incident={incident} />;
}

/** What was handed back or taken away is not shown from memory. */
const isGone = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.status === 404;

function Whole({ incident }: { incident: Incident }) {
  const timeline = useTimeline(incident.id);
  const [open, setOpen] = useOpenForm(incident);
  const elsewhere = useElsewhere(incident);
  const items = timeline.data?.items ?? [];
  if (elsewhere !== null) return <Navigate to={elsewhere} replace />;
  return (
    <Page
      title={incident.title}
      beside={
        <>
          <SeverityMark severity={incident.severity} withLabel />
          <span className={styles.number}>{incident.number}</span>
        </>
      }
      acts={<PrintButton />}
      lead={
        <>
          <StageBar incident={incident} items={items} />
          <RoomStrip incidentId={incident.id} />
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <Deadlines deadlines={incident.deadlines} />
          <NextActs incident={incident} open={open} onOpen={setOpen} />
          <Claim incident={incident} items={items} />
          <Judgements incident={incident} />
          <Consultation incident={incident} />
          <Supervision incident={incident} />
          <Plan incident={incident} />
          <HandedBack incident={incident} />
          <Suspense>
            <OnIncident incidentId={incident.id} isMerged={incident.state === 'merged'} />
            <IncidentMatters incidentId={incident.id} />
            <IncidentReports incidentId={incident.id} />
          </Suspense>
          <Mentions incident={incident} />
          <Attachments incident={incident} />
          <Related incident={incident} />
          <Closing incident={incident} />
        </div>
        <TimelineAside incident={incident} timeline={timeline} />
      </div>
      {open === null && <PhoneAct incident={incident} onOpen={setOpen} />}
    </Page>
  );
}

/** Everything on paper, for the file. */
function PrintButton() {
  const t = useText();
  return (
    <span className={styles.print}>
      <Button size="small" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </span>
  );
}

/** The desk leads here with `?act=report`: the form that is waited for is open at once. */
function useOpenForm(incident: Incident): [string | null, (command: string | null) => void] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [open, setOpen] = useState(() => {
    const asked = possibleNow(incident, search.get('act') ?? '')?.command ?? null;
    return asked === null || isElsewhere(asked) ? null : asked;
  });
  const choose = (command: string | null) => {
    const page = command === null ? null : pageOf(incident, command);
    if (page === null) setOpen(command);
    else void navigate(page);
  };
  return [open, choose];
}

/** An older link to a form that has a page of its own leads there. */
function useElsewhere(incident: Incident): string | null {
  const [search] = useSearchParams();
  return pageOf(incident, search.get('act') ?? '');
}
