import Button from 'antd/es/button';
import { Link } from 'react-router';
import { useImports } from '../../api/imports';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { ImportForm } from './ImportForm';
import { PastImport } from './PastImport';
import { useText } from './text';
import styles from './imports.module.css';

/** A file comes in: which columns it has, what is new in it, what cannot be read. */
export function Component() {
  const t = useText();
  return (
    <Page title={t('title')} lead={t('lead')} acts={<Link to="/inbox">{t('back')}</Link>} narrow>
      <ImportForm />
      <PastImports />
    </Page>
  );
}

function PastImports() {
  const t = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useImports();
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <Section title={t('past.title')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} height={56} />}
      {items?.length === 0 && <p className={styles.soft}>{t('past.none')}</p>}
      <ul className={styles.past}>
        {items?.map((item) => (
          <PastImport key={item.id} item={item} />
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('past.more')}
        </Button>
      )}
    </Section>
  );
}
