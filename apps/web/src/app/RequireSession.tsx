import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { onSignedOut } from '../api/client';
import { forgetSession, meQuery } from '../api/session';
import { ErrorState } from '../ui/ErrorState';
import { Shell } from './Shell';
import { Splash } from './Splash';

/** Everything behind it is for people who have signed in; a lost session leads back to the same place. */
export function RequireSession() {
  const { data: me, error, isPending, refetch } = useQuery(meQuery);
  const { pathname, search, hash } = useLocation();

  useEffect(() => onSignedOut(forgetSession), []);

  if (me) return <Shell me={me} />;
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
