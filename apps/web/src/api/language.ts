import { changeSettings, getSettings, type Language } from '../settings/settings';
import { call } from './client';
import { queryClient } from './query-client';
import type { Me } from './types';

/** The server writes labels and refusals in the account's language, so it is told, and asked again. */
async function tellServer(locale: Language): Promise<void> {
  await call('PATCH /me', { body: { locale } });
  if (getSettings().language === locale) changeSettings({ languageUntold: false });
  // Not who is signed in: that answer is what leads here.
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}

/** The screens change at once. A server that cannot be told now is told when it is next asked who is signed in. */
export function chooseLanguage(language: Language, signedIn: boolean): void {
  changeSettings({ language, languageUntold: true });
  if (signedIn) void tellServer(language).catch(() => undefined);
}

/**
 * One language per screen: the server's words are in the account's, so ours follow it, on every device. Only a choice
 * made here that the account has not heard of goes the other way.
 */
export function settleLanguage(me: Me): void {
  const { language, languageUntold } = getSettings();
  if (languageUntold) void tellServer(language).catch(() => undefined);
  else if (me.locale !== language) changeSettings({ language: me.locale });
}
