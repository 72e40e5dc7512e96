/** Which of the two reviews somebody does: for the unit concerned, or for the house that publishes. */
export const SEATS = ['unit', 'publicity'] as const;
export type Seat = (typeof SEATS)[number];

/** How many people besides this one could do each review. */
export type Others = Readonly<Record<Seat, number>>;

/**
 * The seat that somebody takes in an urgent review, where both are open. Whoever may sit in either takes the unit's,
 * unless nobody else could then do the other.
 */
export function seatOf(may: Readonly<Record<Seat, boolean>>, others: Others): Seat {
  if (!may.unit) return 'publicity';
  if (!may.publicity) return 'unit';
  return others.publicity > 0 ? 'unit' : 'publicity';
}
