/**
 * Deadlines count on the server's clock, since the computer on the desk may be wrong.
 * Each answer of the API gives one reading; a reading is only as good as its round trip was short.
 */
export interface Reading {
  /** Server minus local, ms. */
  readonly offset: number;
  /** Half-width of what the reading leaves open, ms. */
  readonly doubt: number;
  readonly takenAt: number;
}

/** The Date header has whole seconds: the true time lies within the second after it. */
const HEADER_RESOLUTION = 1_000;
/** A reading older than this gives way to any newer one, so that a corrected clock is noticed. */
const STALE_AFTER = 10 * 60_000;

export function readingOf(
  serverTime: number,
  resolution: number,
  sentAt: number,
  receivedAt: number,
): Reading {
  const middle = (sentAt + receivedAt) / 2;
  return {
    offset: serverTime + resolution / 2 - middle,
    doubt: (receivedAt - sentAt) / 2 + resolution / 2,
    takenAt: receivedAt,
  };
}

/** A new reading counts when it is no vaguer, when the old one is stale, or when both cannot be true. */
export function betterReading(old: Reading | null, fresh: Reading): Reading {
  if (old === null || fresh.doubt <= old.doubt) return fresh;
  const stale = fresh.takenAt - old.takenAt > STALE_AFTER;
  const contradicts = Math.abs(fresh.offset - old.offset) > fresh.doubt + old.doubt;
  return stale || contradicts ? fresh : old;
}

let reading: Reading | null = null;
const listeners = new Set<() => void>();

export function observeServerTime(
  source: { date: string | null } | { serverTime: string },
  sentAt: number,
  receivedAt: number,
): void {
  const [text, resolution] =
    'date' in source ? [source.date, HEADER_RESOLUTION] : [source.serverTime, 0];
  const serverTime = text === null ? NaN : Date.parse(text);
  if (Number.isNaN(serverTime)) return;
  const next = betterReading(reading, readingOf(serverTime, resolution, sentAt, receivedAt));
  if (next === reading) return;
  reading = next;
  listeners.forEach((listener) => listener());
}

export function serverNow(): number {
  return Date.now() + (reading?.offset ?? 0);
}

/** Server minus local, ms, as far as it is certain; 0 while nothing is known. */
export function certainOffset(): number {
  if (reading === null) return 0;
  const certain = Math.max(0, Math.abs(reading.offset) - reading.doubt);
  return Math.sign(reading.offset) * certain;
}

export function onServerClock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
