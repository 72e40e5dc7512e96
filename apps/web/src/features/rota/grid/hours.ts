const HOUR = 60 * 60_000;

/** The full hour nearest to a share (0–1) of a stretch of time. */
export function hourAt(
  share: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const hours = Math.round((share * (to - from)) / HOUR);
  return Math.min(to, Math.max(from, from + hours * HOUR));
}
