import { useMemo } from 'react';
import { useSettings } from '../settings/settings';
import { useServerNow } from './ticker';
import { daysWords, spanWords, whenWords } from './when';

const MINUTE = 60_000;

interface When {
  /** "明天 08:00" */
  readonly at: (instant: string) => string;
  /** "今天 20:00 – 次日 08:00" */
  readonly span: (from: string, to: string) => string;
  /** "12月1日 周二 – 12月3日 周四" */
  readonly days: (from: string, to: string) => string;
}

/** Times of the rota in the reader's words, right across midnight. */
export function useWhen(): When {
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  return useMemo(
    () => ({
      at: (instant) => whenWords(Date.parse(instant), language, now),
      span: (from, to) => spanWords(Date.parse(from), Date.parse(to), language, now),
      days: (from, to) => daysWords(Date.parse(from), Date.parse(to), language, now),
    }),
    [language, now],
  );
}
