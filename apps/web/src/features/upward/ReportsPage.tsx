import Button from 'antd/es/button';
import { useSearchParams } from 'react-router';
import { useReports } from '../../api/upward';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { ReportRows } from './ReportRows';
import { useText } from './text';
import styles from './upward.module.css';

/** What went up, what came back, and what still waits. */
export function Component() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const received = search.get('received') === 'true';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useReports(received);
  const reports = data?.pages.flatMap(({ items }) => items);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <label className={styles.filter}>
        <input
          type="checkbox"
          checked={received}
          onChange={({ target }) =>
            setSearch(target.checked ? { received: 'true' } : {}, { replace: true })
          }
        />
        {t('received')}
      </label>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} height={56} />}
      {reports?.length === 0 && (
        <EmptyState title={t(received ? 'list.empty.received' : 'list.empty')}>
          {!received && t('list.empty.body')}
        </EmptyState>
      )}
      {reports && reports.length > 0 && <ReportRows reports={reports} withTitle />}
      {hasNextPage && (
        <div className={styles.acts}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
