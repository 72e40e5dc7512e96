import { DateTime } from 'luxon';
import { readMoment } from '../table/moment.js';

/** What stands before it is a program's zero, not a day on which something was published. */
const EARLIEST = Date.UTC(1995, 0, 1);
const LONGEST = 100;

/** When an entry says that it was published; null when it does not say, or not so that anybody could know. */
export function readFeedMoment(text: string | undefined, zone: string): number | null {
  const trimmed = (text ?? '').trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  const at = readMoment(trimmed, zone) ?? readRfc822(trimmed, zone);
  return at === null || at < EARLIEST ? null : at;
}

/** `Tue, 10 Feb 2026 08:00:00 +0800`. RFC 822 knows CST as a time of America; a site in China does not mean that. */
function readRfc822(text: string, zone: string): number | null {
  const said = zone.startsWith('Asia/') ? text.replace(/\bCST$/, '+0800') : text;
  const told = DateTime.fromRFC2822(said);
  if (told.isValid) return told.toMillis();
  const local = DateTime.fromFormat(said.replace(/^[A-Za-z]{3},\s*/, ''), 'd MMM yyyy HH:mm:ss', {
    zone,
    locale: 'en',
  });
  return local.isValid ? local.toMillis() : null;
}
