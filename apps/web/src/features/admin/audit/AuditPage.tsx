import Button from 'antd/es/button';
import { useSearchParams } from 'react-router';
import { useAudit } from '../../../api/audit';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { AdminNav } from '../AdminNav';
import { useText } from '../text';
import { AuditFilters } from './AuditFilters';
import { Entries } from './Entries';
import { filterOf, FILTERS } from './filters';
import { Verify } from './Verify';
import styles from '../admin.module.css';

/** Who did what, and whether the record can be trusted. */
export function Component() {
  const t = useText();
  const me = useMe();
  const [search] = useSearchParams();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useAudit(filterOf(search));
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <AdminNav />
      {may(me, 'audit.verify') && <Verify />}
      <AuditFilters />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={10} />}
      {data && entries.length === 0 && <Nothing />}
      {entries.length > 0 && <Entries entries={entries} />}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Nothing() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  if (!FILTERS.some((name) => search.has(name))) return <EmptyState title={t('audit.empty')} />;
  return (
    <EmptyState
      title={t('audit.empty.filtered')}
      act={<Button onClick={() => setSearch({})}>{t('audit.clear')}</Button>}
    >
      {t('audit.empty.body')}
    </EmptyState>
  );
}
