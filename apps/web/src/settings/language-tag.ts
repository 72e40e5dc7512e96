import type { Language } from './settings';

/** BCP 47 tags: screen readers choose their voice by them, and the server its words. */
export const LANGUAGE_TAG: Record<Language, string> = { zh: 'zh-CN', en: 'en' };
