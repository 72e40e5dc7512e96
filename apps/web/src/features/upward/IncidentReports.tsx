import Button from 'antd/es/button';
import { useNavigate } from 'react-router';
import { useDraftReport, useIncidentReports, type ReportType } from '../../api/upward';
import { announce } from '../../ui/announce';
import { ErrorState } from '../../ui/ErrorState';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { ReportRows } from './ReportRows';
import { useText } from './text';
import styles from './upward.module.css';

/** On the page of an incident: what went up about it, and the next report. */
export default function IncidentReports({ incidentId }: { incidentId: string }) {
  const t = useText();
  const { data, error, refetch } = useIncidentReports(incidentId);
  if (error && !data) {
    return (
      <Section title={t('title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Section>
    );
  }
  if (!data) {
    return (
      <Section title={t('title')}>
        <Skeleton rows={1} />
      </Section>
    );
  }
  const { items, draftable } = data;
  return (
    <Section title={t('title')} count={items.length}>
      {items.length === 0 && <p className={styles.soft}>{t('section.none')}</p>}
      {items.length > 0 && <ReportRows reports={items} />}
      {draftable.length > 0 && <DraftActs incidentId={incidentId} types={draftable} />}
    </Section>
  );
}

interface DraftActsProps {
  readonly incidentId: string;
  readonly types: readonly ReportType[];
}

function DraftActs({ incidentId, types }: DraftActsProps) {
  const t = useText();
  const navigate = useNavigate();
  const draft = useDraftReport(incidentId, ({ id }) => {
    announce(t('section.drafted'));
    void navigate(`/upward/${id}`);
  });
  return (
    <>
      <ProblemAlert error={draft.error} />
      <div className={styles.acts}>
        {types.map((type) => (
          <Button
            key={type}
            size="small"
            loading={draft.isPending && draft.variables === type}
            onClick={() => draft.mutate(type)}
          >
            {t(`section.draft.${type}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
