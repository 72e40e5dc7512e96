import Button from 'antd/es/button';
import { Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { part } from '../../lib/part';
import { FINDINGS, useClarifications } from '../../api/library';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Select } from '../../ui/Select';
import { Skeleton } from '../../ui/Skeleton';
import { Card } from './Card';
import { SearchField } from './SearchField';
import { useText } from './text';
import styles from './library.module.css';

const ImportDialog = part(() => import('./ImportDialog'));

/** Has this been answered before? The search stands in the address. */
export function Component() {
  const t = useText();
  const me = useMe();
  const [search] = useSearchParams();
  const [isImporting, setImporting] = useState(false);
  const [q, verdict] = [search.get('q') ?? '', search.get('verdict') ?? ''];
  const found = useClarifications(q, verdict);
  const pages = found.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      narrow
      acts={
        may(me, 'clarification.enter') && (
          <>
            <Button aria-haspopup="dialog" onClick={() => setImporting(true)}>
              {t('import')}
            </Button>
            <Link to="/library/new" className={styles.enter}>
              {t('enter')}
            </Link>
          </>
        )
      }
    >
      <SearchBar />
      {found.error && !found.data && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton rows={8} />}
      {found.data && items.length === 0 && <Nothing isSearch={q !== '' || verdict !== ''} />}
      {items.length > 0 && (
        <p role="status" className={styles.soft}>
          {pages[0]?.similar === true
            ? t('similar')
            : t(found.hasNextPage ? 'shown.more' : 'shown', { count: items.length })}
        </p>
      )}
      <ul className={styles.cards}>
        {items.map((one) => (
          <li key={one.id}>
            <Card clarification={one} inList />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <Suspense>{isImporting && <ImportDialog onClose={() => setImporting(false)} />}</Suspense>
    </Page>
  );
}

function SearchBar() {
  const t = useText();
  const common = useCommon();
  const [search, setSearch] = useSearchParams();
  const change = (name: 'q' | 'verdict', value: string) => {
    // From the address, not from the last render: two changes may come between two renders.
    const next = new URLSearchParams(location.search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <div role="search" className={styles.search}>
      <SearchField value={search.get('q') ?? ''} onChange={(words) => change('q', words)} />
      <Select
        aria-label={t('search.verdict')}
        value={search.get('verdict') ?? ''}
        none={t('search.any')}
        options={FINDINGS.map((value) => ({ value, label: common(`verdict.${value}`) }))}
        onChange={(value) => change('verdict', value)}
      />
    </div>
  );
}

function Nothing({ isSearch }: { isSearch: boolean }) {
  const t = useText();
  return isSearch ? (
    <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>
  ) : (
    <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
  );
}
