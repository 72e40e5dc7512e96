import { useQuery } from '@tanstack/react-query';
import { useEffect, type ComponentType } from 'react';
import { Navigate, useLocation } from 'react-router';
import { onSignedOut } from '../api/client';
import { forgetSession, meQuery } from '../api/session';
import type { Me } from '../api/types';
import { ErrorState } from '../ui/ErrorState';
import { Splash } from './Splash';

/** Everything behind it is for people who have signed in; a lost session leads back to the same place. */
export function RequireSession({ frame: Frame }: { frame: ComponentType<{ me: Me }> }) {
  const { data: me, error, isPending, refetch } = useQuery(meQuery);
  const { pathname, search, hash } = useLocation();

  useEffect(() => onSignedOut(forgetSession), []);

  if (me) return <Frame me={me} />;
  if (isPending) return <Splash />;
  if (error) {
    return (
      <main style={{ padding: 24 }}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <Navigate to="/sign-in" replace state={{ next: `${pathname}${search}${hash}` }} />;
}
