import Button from 'antd/es/button';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useReleases, type ReleaseFilter } from '../../api/releases';
import type { ReleaseRow } from '../../api/release-types';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { ReviewRow } from './ReviewRow';
import { useText } from './text';
import styles from './reviews.module.css';

/** What waits for me, what is under way, and what is out. */
export function Component() {
  const t = useText();
  const me = useMe();
  const navigate = useNavigate();
  const [mine, setMine] = useState(false);
  const waiting = useReleases({ waiting: true });
  const count = waiting.data?.pages.flatMap(({ items }) => items).length;
  const only = mine ? { mine: true } : {};
  return (
    <Page
      title={t('title')}
      lead={count === undefined ? null : t(count > 0 ? 'lead.waits' : 'lead.none', { count })}
      acts={
        may(me, 'release.draft') && (
          <Button type="primary" onClick={() => void navigate('/reviews/new')}>
            {t('write')}
          </Button>
        )
      }
    >
      <label className={styles.filter}>
        <input type="checkbox" checked={mine} onChange={({ target }) => setMine(target.checked)} />
        {t('mine')}
      </label>
      <Rows
        title={t('waiting')}
        filter={{ waiting: true, ...only }}
        empty={<EmptyState title={t('waiting.none')}>{t('waiting.none.body')}</EmptyState>}
      />
      <Rows
        title={t('underWay')}
        filter={{ state: 'open', waiting: false, ...only }}
        empty={<p className={styles.soft}>{t('underWay.none')}</p>}
      />
      <Rows
        title={t('out')}
        filter={{ state: 'published,filed', ...only }}
        empty={<p className={styles.soft}>{t('out.none')}</p>}
      />
      <Rows title={t('over')} filter={{ state: 'withdrawn,discarded', ...only }} empty={null} />
    </Page>
  );
}

interface RowsProps {
  readonly title: string;
  readonly filter: ReleaseFilter;
  /** In place of rows; null: the whole section is left out. */
  readonly empty: ReactNode;
}

function Rows({ title, filter, empty }: RowsProps) {
  const t = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useReleases(filter);
  const rows = byDue(data?.pages.flatMap(({ items }) => items) ?? []);
  if (empty === null && rows.length === 0) return null;
  return (
    <Section title={title}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={2} height={48} />}
      {data && rows.length === 0 && empty}
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <ReviewRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Section>
  );
}

/** What is due first stands first; the server's order, the last changed first, is kept among the others. */
const byDue = (rows: readonly ReleaseRow[]): readonly ReleaseRow[] =>
  rows.toSorted((a, b) => dueOf(a) - dueOf(b));

function dueOf({ deadlines: [first] }: ReleaseRow): number {
  const due = first?.dueAt ?? null;
  return due === null ? Number.MAX_SAFE_INTEGER : Date.parse(due);
}
