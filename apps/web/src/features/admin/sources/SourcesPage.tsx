import Button from 'antd/es/button';
import { useState } from 'react';
import { useMe } from '../../../api/session';
import { useReadSource, useSources } from '../../../api/sources';
import { may } from '../../../api/types';
import { announce } from '../../../ui/announce';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Skeleton } from '../../../ui/Skeleton';
import { AdminNav } from '../AdminNav';
import { useText } from '../text';
import { useTold } from '../told';
import { HookDialog } from './HookDialog';
import { SourceForm } from './SourceForm';
import { SourceTable } from './SourceTable';
import styles from '../admin.module.css';

type Shown = { readonly form: string | null } | { readonly hook: string } | null;

/** Where mentions come from, and whether they do. */
export function Component() {
  const t = useText();
  const mayManage = may(useMe(), 'source.manage');
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useSources();
  const sources = data?.pages.flatMap(({ items }) => items) ?? [];
  const [shown, setShown] = useState<Shown>(null);
  const read = useReadSource(() => announce(t('source.read.asked')));
  const refused = useTold(read.error);
  const close = () => setShown(null);
  const edited = shown && 'form' in shown ? sources.find(({ id }) => id === shown.form) : undefined;
  const sentTo = shown && 'hook' in shown ? sources.find(({ id }) => id === shown.hook) : undefined;
  return (
    <Page
      title={t('sources.title')}
      lead={t('sources.lead')}
      acts={
        mayManage && (
          <Button type="primary" aria-haspopup="dialog" onClick={() => setShown({ form: null })}>
            {t('sources.new')}
          </Button>
        )
      }
    >
      <AdminNav />
      <ProblemAlert error={refused} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={6} />}
      {data && sources.length === 0 && (
        <EmptyState title={t('sources.empty')}>{t('sources.empty.body')}</EmptyState>
      )}
      {sources.length > 0 && (
        <SourceTable
          sources={sources}
          acts={
            mayManage
              ? {
                  onOpen: ({ id }) => setShown({ form: id }),
                  onRead: ({ id }) => read.mutate(id),
                  onToken: ({ id }) => setShown({ hook: id }),
                }
              : null
          }
        />
      )}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {shown && 'form' in shown && shown.form === null && (
        <SourceForm
          source={null}
          onClose={(made) => setShown(made?.kind === 'webhook' ? { hook: made.id } : null)}
        />
      )}
      {edited && <SourceForm key={edited.id} source={edited} onClose={close} />}
      {sentTo && <HookDialog key={sentTo.id} source={sentTo} onClose={close} />}
    </Page>
  );
}
