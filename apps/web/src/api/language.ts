import { changeSettings, getSettings, type Language } from '../settings/settings';
import { call } from './client';
import { queryClient } from './query-client';
import type { Me } from './types';

/** Chosen since the page was opened: then it is this choice that counts, and not what the account had. */
let chosenHere = false;

/** The server writes labels and refusals in the account's language, so it is told, and asked again. */
async function tellServer(locale: Language): Promise<void> {
  await call('PATCH /me', { body: { locale } });
  await queryClient.invalidateQueries();
}

export function chooseLanguage(language: Language, signedIn: boolean): void {
  chosenHere = true;
  changeSettings({ language });
  // The screens have changed already. A server that cannot be told now is told at the next sign-in.
  if (signedIn) void tellServer(language).catch(() => undefined);
}

/** At sign-in: a choice made on the way in is kept for the account; otherwise the account's own applies. */
export function settleLanguage(me: Me): void {
  const { language } = getSettings();
  if (me.locale === language) return;
  if (chosenHere) void tellServer(language).catch(() => undefined);
  else changeSettings({ language: me.locale });
}
