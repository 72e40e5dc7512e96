import Button from 'antd/es/button';
import { Link, useSearchParams } from 'react-router';
import { useMatters } from '../../api/matters';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { MatterRows } from './MatterRows';
import { useText } from './text';
import styles from './matters.module.css';

const WHEN = ['coming', 'past'] as const;

/** What will happen that people will talk about. */
export function Component() {
  const t = useText();
  const me = useMe();
  const [search] = useSearchParams();
  const when = search.get('when') === 'past' ? 'past' : 'coming';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMatters(when);
  const matters = data?.pages.flatMap(({ items }) => items);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        may(me, 'matter.write') && (
          <Link to="/matters/new" className={styles.new}>
            {t('new')}
          </Link>
        )
      }
    >
      <nav className={styles.tabs} aria-label={t('title')}>
        {WHEN.map((one) => (
          <Link
            key={one}
            to={one === 'past' ? '?when=past' : '?'}
            aria-current={one === when ? 'page' : undefined}
          >
            {t(one)}
          </Link>
        ))}
      </nav>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} height={56} />}
      {matters?.length === 0 && (
        <EmptyState title={t(`empty.${when}`)}>{when === 'coming' && t('empty.body')}</EmptyState>
      )}
      {matters && matters.length > 0 && <MatterRows matters={matters} />}
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
