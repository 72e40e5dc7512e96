import { useState } from 'react';
import { serverNow } from '../../../time/server-clock';

const DAY = 86_400_000;
/** Together at most 100 days, which is what one answer carries. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 60;

/** What "my shifts" looks at; the same for as long as the page is open. */
export function useWindow(): { readonly from: string; readonly to: string } {
  const [window] = useState(() => {
    const now = serverNow();
    return {
      from: new Date(now - DAYS_BACK * DAY).toISOString(),
      to: new Date(now + DAYS_AHEAD * DAY).toISOString(),
    };
  });
  return window;
}
