import { useRef, type KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import { SEARCH_KINDS, useSearch, type SearchFilters } from '../../api/search';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Filters } from './Filters';
import { Hints } from './Hints';
import { Results } from './Results';
import { stepped } from './step';
import { useText } from './text';

const PERIODS = [7, 30, 365];

function readFilters(search: URLSearchParams): SearchFilters {
  const kind = SEARCH_KINDS.find((one) => one === search.get('kind')) ?? '';
  const days = PERIODS.find((one) => String(one) === search.get('days')) ?? 0;
  return {
    ...{ q: search.get('q') ?? '', kind, days },
    // A state is one of a kind.
    state: kind === '' ? '' : (search.get('state') ?? ''),
  };
}

/** What happened, what is said, what was answered: one box for all. All that was asked stands in the address. */
export function Component() {
  const t = useText();
  const page = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const { data, error, isPending, refetch, ...pages } = useSearch(filters);
  const asked = filters.q.trim() !== '';
  const groups = data?.pages[0]?.groups ?? [];
  const isEmpty = groups.every(({ items }) => items.length === 0);

  const change = (changed: Partial<Record<keyof SearchFilters, string>>) => {
    // From the address, not from the last render: two changes may come between two renders.
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changed)) {
      if (value === '' || value === '0') next.delete(name);
      else next.set(name, value);
    }
    if ('kind' in changed) next.delete('state');
    setSearch(next, { replace: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (page.current !== null && stepped(page.current, event)) event.preventDefault();
  };

  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <div ref={page} onKeyDown={onKeyDown} role="presentation">
        <Filters filters={filters} onChange={change} />
        {!asked && <Hints />}
        {asked && error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {asked && isPending && <Skeleton rows={8} />}
        {asked && data && isEmpty && (
          <EmptyState title={t('none.title', { q: filters.q })}>{t('none.body')}</EmptyState>
        )}
        {asked && data && !isEmpty && (
          <Results
            pages={data.pages}
            filters={filters}
            hasMore={pages.hasNextPage}
            isLoading={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
            onKind={(kind) => change({ kind })}
          />
        )}
      </div>
    </Page>
  );
}
