import Button from 'antd/es/button';
import { useMarkRead, useNotifications } from '../../api/notifications';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { NotificationList } from './NotificationList';
import { useText } from './text';

export function Component() {
  const t = useText();
  const { data, error, isPending, refetch } = useNotifications();
  const { mutate: markRead } = useMarkRead();
  const unread = data?.items.filter(({ readAt }) => readAt === null) ?? [];
  const lead = unread.length > 0 ? t('lead', { count: unread.length }) : t('lead.none');
  return (
    <Page
      title={t('title')}
      lead={data && data.items.length > 0 ? lead : undefined}
      acts={
        unread.length > 0 && (
          <Button onClick={() => unread.forEach(({ id }) => markRead(id))}>{t('readAll')}</Button>
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
    </Page>
  );
}
