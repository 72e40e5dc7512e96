import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n } from './i18n';

export type Values = Readonly<Record<string, string | number>>;

/** i18next chooses `key_one` or `key_other` by `count`; callers say `key`. */
type Key<Z> = Z extends string
  ? Z extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Z
  : never;

export type Text<Z> = (key: Key<keyof Z>, values?: Values) => string;

export interface Dictionary<Z extends Record<string, string>> {
  readonly zh: Z;
  readonly en: Record<keyof Z, string>;
}

/**
 * Registers one feature's words and gives back its hook: `const t = useText(); t('title')`.
 * The compiler checks the keys; `locales.spec.ts` checks that both languages have them all.
 */
export function defineText<Z extends Record<string, string>>(
  namespace: string,
  { zh, en }: Dictionary<Z>,
): () => Text<Z> {
  i18n.addResourceBundle('zh', namespace, zh);
  i18n.addResourceBundle('en', namespace, en);
  return function useText() {
    const { t } = useTranslation(namespace, { i18n });
    return useCallback((key: Key<keyof Z>, values: Values = {}) => t(key, { ...values }), [t]);
  };
}
