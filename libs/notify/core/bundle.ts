/** What a limit counts over. */
export const MINUTE_MS = 60_000;
/** One message may be the first of many: so long nothing more must have come before it goes out… */
const CALM_MS = 2_000;
/** …but nobody waits longer than this. With a second of the dispatcher, all is out within 10 s of the first. */
export const PATIENCE_MS = 8_000;

/** How the messages that wait for one person on one channel go out. */
export type Sending =
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'separately' }
  | { readonly kind: 'bundle' };

/**
 * More than `perMinute` within a minute become one message, and what follows waits for the next minute. `sentAt`
 * are the instants at which earlier matters went out, each counted, in whatever message; not all need be recent.
 *
 * @param waitingSince when each of those that wait was made; at least one
 */
export function howToSend(
  waitingSince: readonly number[],
  sentAt: readonly number[],
  perMinute: number,
  now: number,
): Sending {
  const recent = sentAt.filter((at) => at > now - MINUTE_MS).sort((a, b) => a - b);
  const hindrance = recent.at(-perMinute);
  if (hindrance !== undefined) return { kind: 'wait', until: hindrance + MINUTE_MS };
  const ready = Math.min(
    waitingSince.reduce((a, b) => Math.min(a, b)) + PATIENCE_MS,
    waitingSince.reduce((a, b) => Math.max(a, b)) + CALM_MS,
  );
  if (now < ready) return { kind: 'wait', until: ready };
  return recent.length + waitingSince.length <= perMinute
    ? { kind: 'separately' }
    : { kind: 'bundle' };
}
