import type { Words } from '../api/types';
import { useSettings, type Language } from '../settings/settings';

/** Text that the server or the configuration holds in both languages. */
export function say(words: Words, language: Language): string {
  return words[language] || words.zh;
}

export function useSay(): (words: Words) => string {
  const { language } = useSettings();
  return (words) => say(words, language);
}
