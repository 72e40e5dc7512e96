import { useText } from './text';
import { zh } from './locales';
import styles from './reviews.module.css';

type KindKey = Extract<keyof typeof zh, `kind.${string}`>;
const isKindKey = (key: string): key is KindKey => key in zh;

/** What the redactor took out of a text, so that its writer reads it again. */
export function Redacted({ removed }: { removed: Readonly<Record<string, number>> }) {
  const t = useText();
  const items = Object.entries(removed).filter(([, count]) => count > 0);
  if (items.length === 0) return null;
  const what = items
    .map(([kind, count]) => {
      const key = `kind.${kind}`;
      return t('redacted.item', { kind: isKindKey(key) ? t(key) : kind, count });
    })
    .join(t('redacted.comma'));
  return (
    <p role="status" className={styles.notice}>
      {t('redacted.title', { what })}
    </p>
  );
}
