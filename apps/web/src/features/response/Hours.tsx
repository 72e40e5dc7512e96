import type { ResponseItem } from '../../api/response';
import { useSettings } from '../../settings/settings';
import { durationWords } from '../../time/remaining';
import { Section } from '../../ui/Section';
import { hourBars, type HourBar } from './hours';
import { useText } from './text';
import styles from './response.module.css';

/** Is the night slower than the day? A bar for each hour, with its figures in words. */
export function Hours({ items }: { items: readonly ResponseItem[] }) {
  const t = useText();
  const { language } = useSettings();
  const longest = Math.max(0, ...items.map(({ acknowledge }) => acknowledge.p50Ms ?? 0));
  return (
    <Section title={t('hour')}>
      <ol className={styles.hours}>
        {hourBars(items).map((bar) => (
          <Bar key={bar.hour} bar={bar} />
        ))}
      </ol>
      {longest > 0 && (
        <p className={styles.note}>
          {t('hour.note', { longest: durationWords(longest, language) })}
        </p>
      )}
    </Section>
  );
}

/** Every sixth hour is named, which also a phone has room for. */
const NAMED_EVERY = 6;

function Bar({ bar: { hour, item, share } }: { bar: HourBar }) {
  const words = useWords(item);
  return (
    <li title={words ?? undefined} aria-hidden={words === null}>
      <span className={styles.bar} data-unanswered={item !== null && share === 0}>
        <span style={{ height: `${String(Math.round(share * 100))}%` }} />
      </span>
      <span className={styles.hour} aria-hidden="true">
        {hour % NAMED_EVERY === 0 ? hour : ''}
      </span>
      {words !== null && <span className="mb-said">{words}</span>}
    </li>
  );
}

function useWords(item: ResponseItem | null): string | null {
  const t = useText();
  const { language } = useSettings();
  if (item === null) return null;
  const { label: hour, count, acknowledge } = item;
  if (acknowledge.p50Ms === null) return t('hour.unanswered', { hour, count });
  return t('hour.one', { hour, count, median: durationWords(acknowledge.p50Ms, language) });
}
