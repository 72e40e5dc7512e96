import { useQuery } from '@tanstack/react-query';
import { readStored, removeStored, writeStored } from '../lib/stored';
import { call } from './client';
import { forgetDesk } from './desk';
import { settleLanguage } from './language';
import { ApiProblem } from './problem';
import { queryClient } from './query-client';
import type { Me } from './types';

export const ME_KEY = ['me'] as const;
const STORE = 'mb.me';

function isMe(value: unknown): value is Me {
  return typeof value === 'object' && value !== null && 'id' in value && 'roles' in value;
}

/** Who is signed in; null when nobody is. */
async function fetchMe(): Promise<Me | null> {
  try {
    const me = await call('GET /me');
    writeStored(STORE, me);
    settleLanguage(me);
    return me;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    removeStored(STORE);
    return null;
  }
}

/**
 * Whoever was signed in last is shown their kept desk at once, with or without a network; the server is asked
 * at the same time, and its "not signed in" leads to the sign-in page.
 */
export const meQuery = {
  queryKey: ME_KEY,
  queryFn: fetchMe,
  initialData: () => readStored(STORE, isMe) ?? undefined,
  initialDataUpdatedAt: 0,
  staleTime: 5 * 60_000,
};

export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe is only for pages behind RequireSession');
  return data;
}

/** What was answered to one person is not for the next. `me` and the public `meta` are being looked at, and stay. */
function forgetAnswers(): void {
  queryClient.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'meta',
  });
}

export function signedInAs(me: Me): void {
  forgetAnswers();
  writeStored(STORE, me);
  queryClient.setQueryData(ME_KEY, me);
  settleLanguage(me);
}

/** Forgets what the server said; drafts stay, since they are the person's own unsent words. */
export function forgetSession(): void {
  const me = queryClient.getQueryData<Me | null>(ME_KEY);
  if (me) forgetDesk(me.id);
  removeStored(STORE);
  forgetAnswers();
  queryClient.setQueryData(ME_KEY, null);
}

/** `goHome` comes before forgetting: whoever signs in next begins at the start, not where this person was. */
export async function signOut(goHome: () => void | Promise<void>): Promise<void> {
  await call('DELETE /session');
  await goHome();
  forgetSession();
}
