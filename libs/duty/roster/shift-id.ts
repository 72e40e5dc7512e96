import { sha256 } from '#platform';
import type { Shift } from '../core/index.js';

/**
 * The id of a shift: always the same for the same person, position and start in a schedule, so that a shift can be
 * spoken of before it is made, and is itself again when a change of the rota is taken back. It has the layout of a
 * UUIDv7 (RFC 9562): 48 bits of time (the shift's start), then bits that here come from a hash instead of chance.
 */
export function shiftId(
  scheduleId: string,
  shift: Pick<Shift, 'position' | 'userId' | 'from'>,
): string {
  const { position, userId, from } = shift;
  const hash = sha256(`${scheduleId} ${position} ${userId} ${String(from)}`);
  const time = Math.max(from, 0).toString(16).padStart(12, '0').slice(-12);
  // The variant `10` takes the two upper bits of a digit: 8, 9, a or b.
  const variant = ((parseInt(hash.slice(3, 4), 16) & 0b0011) | 0b1000).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join('-');
}
