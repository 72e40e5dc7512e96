import { Link, useParams } from 'react-router';
import { useClarification } from '../../api/library';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Card } from './Card';
import { useText } from './text';
import styles from './library.module.css';

/** One answer, whole. */
export function Component() {
  const t = useText();
  const { id = '' } = useParams();
  const { data, error, refetch } = useClarification(id);
  return (
    <Page title={data?.title ?? t('title')} quiet narrow>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && <Card clarification={data} />}
      <p className={styles.ways}>
        {data?.incidentId && <Link to={`/incidents/${data.incidentId}`}>{t('incident')}</Link>}
        <Link to="/library">{t('back')}</Link>
      </p>
    </Page>
  );
}
