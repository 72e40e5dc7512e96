import Button from 'antd/es/button';
import { useMarkRead, useNotifications } from '../../api/notifications';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { NotificationList } from './NotificationList';
import { useText } from './text';
import styles from './NotificationList.module.css';

export function Component() {
  const t = useText();
  const { data, error, isPending, refetch } = useNotifications();
  const { mutate: markRead } = useMarkRead();
  const unread = data?.items.filter(({ readAt }) => readAt === null).map(({ id }) => id) ?? [];
  const hidden = data !== undefined && data.nextCursor !== null;
  return (
    <Page
      title={t('title')}
      lead={data && data.items.length > 0 && <Lead unread={data.unread} />}
      acts={
        unread.length > 0 && (
          <Button onClick={() => markRead(unread)}>
            {hidden ? t('readShown', { count: unread.length }) : t('readAll')}
          </Button>
        )
      }
      narrow
    >
      {isPending && <Skeleton rows={6} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
      )}
      {data && data.items.length > 0 && <NotificationList items={data.items} onRead={markRead} />}
      {data && hidden && <p className={styles.end}>{t('older', { count: data.items.length })}</p>}
    </Page>
  );
}

function Lead({ unread }: { unread: number }) {
  const t = useText();
  return unread > 0 ? t('lead', { count: unread }) : t('lead.none');
}
