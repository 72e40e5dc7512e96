import Button from 'antd/es/button';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useIncidents } from '../../../api/incidents';
import type { IncidentRow } from '../../../api/incident-types';
import { readStored, writeStored } from '../../../lib/stored';
import { announce } from '../../../ui/announce';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { ColumnChoice } from './ColumnChoice';
import { COLUMN_NAMES, DEFAULT_COLUMNS, useColumns, type Column, type ColumnName } from './columns';
import { csvOf } from './csv';
import { FilterBar } from './FilterBar';
import { filterOf, isNarrowed, isView, VIEWS } from './filters';
import { IncidentTable } from './IncidentTable';
import { useText } from './text';
import { ViewBar } from './ViewBar';
import styles from './list.module.css';

const COLUMNS_STORE = 'mb.incidents.columns';

/** Every incident there is, narrowed by what the address says. */
export function Component() {
  const t = useText();
  const [search] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useIncidents(filter);
  const [chosen, setChosen] = useChosenColumns();
  const columns = useColumns().filter(({ name }) => chosen.includes(name));
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('title')}
      beside={data && <Shown count={rows.length} hasMore={hasNextPage} />}
      acts={
        <>
          <ColumnChoice chosen={chosen} onChange={setChosen} />
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              save(t('list.file'), columns, rows);
              announce(t('list.export.done', { count: rows.length }));
            }}
          >
            {t('list.export')}
          </Button>
        </>
      }
    >
      <ViewBar />
      <FilterBar />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={10} />}
      {data && rows.length === 0 && <Nothing />}
      {rows.length > 0 && <IncidentTable columns={columns} rows={rows} />}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Shown({ count, hasMore }: { count: number; hasMore: boolean }) {
  const t = useText();
  return (
    <span className={styles.soft} role="status">
      {hasMore ? t('list.shown.more', { count }) : t('list.shown', { count })}
    </span>
  );
}

/** Why there is nothing, and what to do about it. */
function Nothing() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  if (isView(search, VIEWS.late)) return <EmptyState title={t('empty.late.title')} />;
  if (isView(search, VIEWS.open)) {
    return <EmptyState title={t('empty.open.title')}>{t('empty.open.body')}</EmptyState>;
  }
  if (isNarrowed(filterOf(search))) {
    return (
      <EmptyState
        title={t('empty.filtered.title')}
        act={<Button onClick={() => setSearch({})}>{t('filter.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState title={t('empty.none.title')} act={<Link to="/log">{t('empty.none.act')}</Link>}>
      {t('empty.none.body')}
    </EmptyState>
  );
}

function isColumnNames(value: unknown): value is ColumnName[] {
  return (
    Array.isArray(value) && value.every((name) => COLUMN_NAMES.some((known) => known === name))
  );
}

function useChosenColumns(): [readonly ColumnName[], (names: readonly ColumnName[]) => void] {
  const [chosen, setChosen] = useState<readonly ColumnName[]>(
    () => readStored(COLUMNS_STORE, isColumnNames) ?? DEFAULT_COLUMNS,
  );
  return [
    chosen,
    (names) => {
      writeStored(COLUMNS_STORE, names);
      setChosen(names);
    },
  ];
}

/** Exactly what is seen: these columns, these rows. */
function save(name: string, columns: readonly Column[], rows: readonly IncidentRow[]): void {
  const table = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
