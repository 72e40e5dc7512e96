import { changeSettings, getSettings, type Language } from '../settings/settings';
import { call } from './client';
import { queryClient } from './query-client';
import type { Me } from './types';

/** The server writes labels and refusals in the account's language, so it is told, and asked again. */
async function tellServer(locale: Language): Promise<void> {
  await call('PATCH /me', { body: { locale } });
  // Not who is signed in: that answer is what leads here.
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}

/** The screens change at once. A server that cannot be told now is told when it is next asked who is signed in. */
export function chooseLanguage(language: Language, signedIn: boolean): void {
  changeSettings({ language });
  if (signedIn) void tellServer(language).catch(() => undefined);
}

/** This device's language is the one on the screen in front of the person: the account follows it. */
export function settleLanguage(me: Me): void {
  const { language } = getSettings();
  if (me.locale !== language) void tellServer(language).catch(() => undefined);
}
