import Button from 'antd/es/button';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useUserSearch } from '../../../api/admin-people';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { AdminNav } from '../AdminNav';
import { SearchBox } from '../SearchBox';
import { useText } from '../text';
import { EditUserForm } from './EditUserForm';
import { NewUserForm } from './NewUserForm';
import { UserTable } from './UserTable';
import styles from '../admin.module.css';

const NEW = 'new';

/** Who is here. Everybody may look; administrators change. */
export function Component() {
  const t = useText();
  const mayManage = may(useMe(), 'user.manage');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useUserSearch(q);
  const users = data?.pages.flatMap(({ items }) => items) ?? [];
  const edited = users.find(({ id }) => id === open);
  const find = (words: string) => setSearch(words === '' ? {} : { q: words }, { replace: true });
  const close = () => setOpen(null);
  return (
    <Page
      title={t('users.title')}
      lead={t('users.lead')}
      beside={
        data && (
          <span className={styles.soft} role="status">
            {t(hasNextPage ? 'users.countMore' : 'users.count', { count: users.length })}
          </span>
        )
      }
      acts={
        mayManage && (
          <Button type="primary" aria-haspopup="dialog" onClick={() => setOpen(NEW)}>
            {t('users.new')}
          </Button>
        )
      }
    >
      <AdminNav />
      <div role="search" className={styles.tools}>
        <SearchBox label={t('users.search')} value={q} onChange={find} />
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={8} />}
      {data && users.length === 0 && (
        <EmptyState
          title={t('users.empty')}
          act={<Button onClick={() => find('')}>{t('users.clear')}</Button>}
        >
          {t('users.empty.body')}
        </EmptyState>
      )}
      {users.length > 0 && (
        <UserTable users={users} onOpen={mayManage ? ({ id }) => setOpen(id) : null} />
      )}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {open === NEW && <NewUserForm onClose={close} />}
      {edited && <EditUserForm key={edited.id} user={edited} onClose={close} />}
    </Page>
  );
}
