import Button from 'antd/es/button';
import { Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { REPORT_STATES, REPORT_TYPES } from '../../api/report-types';
import { useReports, type ReportFilter } from '../../api/reports';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { part } from '../../lib/part';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Select } from '../../ui/Select';
import { Skeleton } from '../../ui/Skeleton';
import { ReportRows } from './ReportRows';
import { useText } from './text';
import styles from './reports.module.css';

const DraftDialog = part(() => import('./draft/DraftDialog'));

/** Which reports there are, the newest first, and which of them I have not read. */
export function Component() {
  const t = useText();
  const mayWrite = may(useMe(), 'report.write');
  const [search, setSearch] = useSearchParams();
  const [drafting, setDrafting] = useState(false);
  const filter: ReportFilter = {
    type: REPORT_TYPES.find((type) => type === search.get('type')) ?? '',
    state: REPORT_STATES.find((state) => state === search.get('state')) ?? '',
  };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useReports(filter);
  const reports = data?.pages.flatMap(({ items }) => items);
  const change = (next: Partial<ReportFilter>) =>
    setSearch(
      Object.fromEntries(Object.entries({ ...filter, ...next }).filter(([, value]) => value)),
      { replace: true },
    );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        mayWrite && (
          <Button type="primary" aria-haspopup="dialog" onClick={() => setDrafting(true)}>
            {t('draft')}
          </Button>
        )
      }
    >
      <Filters filter={filter} onChange={change} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} height={56} />}
      {reports?.length === 0 && <Nothing isFiltered={Object.values(filter).some(Boolean)} />}
      {reports && reports.length > 0 && <ReportRows reports={reports} />}
      {hasNextPage && (
        <div className={styles.acts}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      <Suspense>{drafting && <DraftDialog onClose={() => setDrafting(false)} />}</Suspense>
    </Page>
  );
}

interface FiltersProps {
  readonly filter: ReportFilter;
  readonly onChange: (change: Partial<ReportFilter>) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const t = useText();
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('filter.type')}
        value={filter.type}
        none={`${t('filter.type')} · ${t('filter.all')}`}
        options={REPORT_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
        onChange={(type) => onChange({ type })}
      />
      <Select
        aria-label={t('filter.state')}
        value={filter.state}
        none={`${t('filter.state')} · ${t('filter.all')}`}
        options={REPORT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useText();
  const mayWrite = may(useMe(), 'report.write');
  if (isFiltered) return <EmptyState title={t('empty.filtered')} />;
  return <EmptyState title={t('empty')}>{t(mayWrite ? 'empty.body' : 'empty.reader')}</EmptyState>;
}
