import { useMutation, useQuery } from '@tanstack/react-query';
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

function withRead(page: NotificationPage, id: string, at: string): NotificationPage {
  const items = page.items.map((item) =>
    item.id === id ? { ...item, readAt: item.readAt ?? at } : item,
  );
  const wasUnread = page.items.some((item) => item.id === id && item.readAt === null);
  return { ...page, items, unread: page.unread - Number(wasUnread) };
}

/** Shown as read at once; the server's list is asked for again in any case. */
export function useMarkRead() {
  return useMutation({
    mutationFn: (id: string) => call('POST /notifications/:id/read', { params: { id } }),
    onMutate: (id) => {
      queryClient.setQueryData<NotificationPage>(KEY, (page) =>
        page ? withRead(page, id, new Date().toISOString()) : page,
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
}
