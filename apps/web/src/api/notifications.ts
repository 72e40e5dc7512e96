import { useMutation, useQuery } from '@tanstack/react-query';
import { serverNow } from '../time/server-clock';
import { call } from './client';
import { queryClient } from './query-client';
import type { NotificationPage } from './types';

const KEY = ['notifications'] as const;
/** As many as a person reads in one go; older ones are in the incidents' timelines. */
const SHOWN = 50;

const notificationsQuery = {
  queryKey: KEY,
  queryFn: () => call('GET /notifications', { query: { limit: SHOWN } }),
};

export function useNotifications() {
  return useQuery(notificationsQuery);
}

export function useUnread(): number {
  const { data } = useQuery({
    ...notificationsQuery,
    select: ({ unread }) => unread,
  });
  return data ?? 0;
}

function withRead(page: NotificationPage, ids: readonly string[], at: string): NotificationPage {
  const read = page.items.filter(({ id, readAt }) => readAt === null && ids.includes(id));
  const items = page.items.map((item) => (read.includes(item) ? { ...item, readAt: at } : item));
  return { ...page, items, unread: page.unread - read.length };
}

/** Shown as read at once; the server's list is asked for again in any case. */
export function useMarkRead() {
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(ids.map((id) => call('POST /notifications/:id/read', { params: { id } }))),
    onMutate: (ids) => {
      const now = new Date(serverNow()).toISOString();
      queryClient.setQueryData<NotificationPage>(KEY, (page) => page && withRead(page, ids, now));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
}
