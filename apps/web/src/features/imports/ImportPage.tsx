import { Link, useParams } from 'react-router';
import { useImport } from '../../api/imports';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { useText } from './text';
import { Told } from './Told';
import styles from './imports.module.css';

/** One file: how far it is, and what it came to. Loaded anew, the page says the same. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data, error, refetch } = useImport(id);
  return (
    <Page
      key={id}
      title={data ? t('one.title', { file: data.fileName }) : t('title')}
      beside={
        data && <span className={styles.soft}>{t('one.of', { source: data.source.name })}</span>
      }
      acts={<Link to="/inbox/import">{t('one.other')}</Link>}
      narrow
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && <Told import={data} />}
    </Page>
  );
}
