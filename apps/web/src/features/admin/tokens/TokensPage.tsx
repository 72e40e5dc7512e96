import Button from 'antd/es/button';
import { useState } from 'react';
import type { Token } from '../../../api/people-types';
import { useRevokeToken, useTokens } from '../../../api/tokens';
import { announce } from '../../../ui/announce';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { AdminNav } from '../AdminNav';
import { Confirm } from '../Confirm';
import { useText } from '../text';
import { NewTokenDialog } from './NewTokenDialog';
import { TokenTable } from './TokenTable';
import styles from '../admin.module.css';

/** One's own keys for programs. */
export function Component() {
  const t = useText();
  const [isMaking, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<Token | null>(null);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useTokens();
  const tokens = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('tokens.title')}
      lead={t('tokens.lead')}
      acts={
        <Button type="primary" aria-haspopup="dialog" onClick={() => setMaking(true)}>
          {t('tokens.new')}
        </Button>
      }
    >
      <AdminNav />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={3} />}
      {data && tokens.length === 0 && (
        <EmptyState title={t('tokens.empty')}>{t('tokens.empty.body')}</EmptyState>
      )}
      {tokens.length > 0 && <TokenTable tokens={tokens} onRevoke={setRevoked} />}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {isMaking && <NewTokenDialog onClose={() => setMaking(false)} />}
      {revoked && <Revoke token={revoked} onClose={() => setRevoked(null)} />}
    </Page>
  );
}

function Revoke({ token, onClose }: { token: Token; onClose: () => void }) {
  const t = useText();
  const revoke = useRevokeToken(() => {
    announce(t('token.revoked'));
    onClose();
  });
  return (
    <Confirm
      title={t('token.revoke.title', { name: token.name })}
      body={t('token.revoke.body')}
      act={t('token.revoke')}
      keep={t('token.revoke.keep')}
      pending={revoke.isPending}
      error={revoke.error}
      onAct={() => revoke.mutate(token.id)}
      onClose={onClose}
    />
  );
}
