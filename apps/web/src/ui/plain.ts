import type { Words } from '../api/types';
import { say } from '../i18n/words';
import type { Language } from '../settings/settings';

/** A message that may come in one language or in both. */
export function plain(message: string | Words, language: Language): string {
  return typeof message === 'string' ? message : say(message, language);
}
