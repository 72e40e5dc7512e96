import { Link } from 'react-router';
import { useWorkflows } from '../../api/workflows';
import { useSay } from '../../i18n/words';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { useText } from './text';
import styles from './workflows.module.css';

export function Component() {
  const t = useText();
  const say = useSay();
  const { data, error, refetch } = useWorkflows();
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={2} />}
      {data?.items.length === 0 && <EmptyState title={t('empty')} />}
      <ul className={styles.list}>
        {data?.items.map(({ name, title, version }) => (
          <li key={name}>
            <Link to={`/workflows/${name}`}>{say(title)}</Link>
            <span className={styles.soft}>{t('version', { version })}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
