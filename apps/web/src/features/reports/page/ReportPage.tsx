import { Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { IncidentRecord, Report } from '../../../api/report-types';
import { noteRead, useReport } from '../../../api/reports';
import { useMe } from '../../../api/session';
import { part } from '../../../lib/part';
import { usePhone } from '../../../theme/use-media';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { FigurePanel } from '../figure/FigurePanel';
import { Given } from '../margin/Given';
import { InstructDialog, type About } from '../margin/InstructDialog';
import { mayInstruct } from '../margin/may-instruct';
import { StateMark } from '../StateMark';
import { Acts } from './Acts';
import { mayEdit } from './commands';
import { Contents } from './Contents';
import { Files } from './Files';
import { Lead } from './Lead';
import { Notices } from './Notices';
import { SectionView } from './SectionView';
import { useText } from './text';
import styles from './document.module.css';

const Presentation = part(() => import('../present/Presentation'));

/** One report, from its draft to its readers. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data: report, error, refetch } = useReport(id);
  if (report) return <Whole key={report.id} report={report} />;
  return (
    <Page title={t('loading')}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
    </Page>
  );
}

function Whole({ report }: { report: Report }) {
  const isPhone = usePhone();
  const [dirty, setDirty] = useState<readonly string[]>([]);
  const [presenting, setPresenting] = useState(false);
  const onDirty = useCallback(
    (key: string, isDirty: boolean) =>
      setDirty((keys) => {
        const others = keys.filter((other) => other !== key);
        return isDirty ? [...others, key] : others.length === keys.length ? keys : others;
      }),
    [],
  );
  useReceipt(report);
  usePlaceInAddress();
  const acts = <Acts report={report} dirty={dirty.length > 0} isPhone={isPhone} />;
  return (
    <Page
      title={report.title}
      beside={<StateMark state={report.state} />}
      lead={<Lead report={report} />}
      acts={!isPhone && acts}
    >
      <Files id={report.id} onPresent={() => setPresenting(true)} />
      <Notices report={report} />
      <Given reportId={report.id} sectionKey={null} />
      <Contents report={report} />
      <article className={styles.document}>
        {report.sections.map((section) => (
          <SectionView
            key={section.key}
            report={report}
            section={section}
            mayEdit={mayEdit(report)}
            onDirty={onDirty}
          />
        ))}
      </article>
      {isPhone && acts}
      <Behind report={report} />
      <Suspense>
        {presenting && <Presentation report={report} onClose={() => setPresenting(false)} />}
      </Suspense>
    </Page>
  );
}

/** What the address asks to see behind a number; the way back closes it. */
function Behind({ report }: { report: Report }) {
  const me = useMe();
  const navigate = useNavigate();
  const here = useLocation();
  const state: unknown = here.state;
  const [search] = useSearchParams();
  const [about, setAbout] = useState<About | null>(null);
  const key = search.get('figure');
  const figure = key === null ? undefined : report.figures[key];
  const close = () => {
    const cameFromHere =
      typeof state === 'object' && state !== null && 'inside' in state && state.inside === true;
    void (cameFromHere ? navigate(-1) : navigate({ search: '' }, { replace: true }));
  };
  const instruct = ({ id, number, title }: IncidentRecord) =>
    setAbout({ incident: { id, number, title } });
  return (
    <>
      {key !== null && figure && (
        <FigurePanel
          figureKey={key}
          figure={figure}
          onClose={close}
          onInstruct={mayInstruct(me, report) ? instruct : undefined}
        />
      )}
      {about && <InstructDialog report={report} about={about} onClose={() => setAbout(null)} />}
    </>
  );
}

/** Opening an issued one is reading it; only the first time counts, and nobody is kept waiting for it. */
function useReceipt({ id, state }: Report): void {
  const isIssued = state === 'issued';
  useEffect(() => {
    if (isIssued) void noteRead(id).catch(() => undefined);
  }, [id, isIssued]);
}

/** The browser looks for the place in the address before the page has come. */
function usePlaceInAddress(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
}
