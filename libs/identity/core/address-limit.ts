/** A whole office may come from one address; a program that guesses goes far beyond this. */
const FAILURES_PER_WINDOW = 50;
const WINDOW_MS = 5 * 60_000;
/** Bounds the memory: some 100 bytes each. */
const ADDRESSES_KEPT = 10_000;

interface Window {
  readonly endsAt: number;
  failures: number;
}

/**
 * Failed sign-ins by where they came from, against one password tried on many names. Kept in this process's memory
 * for five minutes, under a key that the caller has made unreadable; never stored, never logged.
 */
export class AddressLimit {
  private readonly windows = new Map<string, Window>();

  /** Seconds until somebody from here may try again; 0 when they may now. */
  secondsToWait(key: string, now: number): number {
    const window = this.current(key, now);
    return window !== undefined && window.failures >= FAILURES_PER_WINDOW
      ? Math.ceil((window.endsAt - now) / 1000)
      : 0;
  }

  count(key: string, now: number): void {
    const window = this.current(key, now);
    if (window !== undefined) {
      window.failures += 1;
      return;
    }
    this.makeRoom();
    this.windows.delete(key);
    this.windows.set(key, { endsAt: now + WINDOW_MS, failures: 1 });
  }

  private current(key: string, now: number): Window | undefined {
    const window = this.windows.get(key);
    return window !== undefined && window.endsAt > now ? window : undefined;
  }

  /** A map keeps the order of insertion, so the first window is the one that ends first. */
  private makeRoom(): void {
    if (this.windows.size < ADDRESSES_KEPT) return;
    const [oldest] = this.windows.keys();
    if (oldest !== undefined) this.windows.delete(oldest);
  }
}
