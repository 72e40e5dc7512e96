import type { Person } from './people.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Asia/Shanghai, which has no summer time. */
const OFFSET_MS = 8 * 60 * MINUTE_MS;
/** Within the half hour in which one hands over, signs out, and the next may sign in already. */
const HAND_OVER_IN_MS = 20 * MINUTE_MS;

interface Crew {
  /** On duty now. */
  readonly first: Person;
  /** From the next hand-over on, in 20 minutes. */
  readonly second: Person;
  readonly leader: Person;
}

/** A rota as an administrator would make it, with a hand-over soon, so that a test need not wait for one. */
export async function startRota(admin: Person, { first, second, leader }: Crew): Promise<void> {
  const wall = new Date(Date.now() + HAND_OVER_IN_MS + OFFSET_MS).toISOString();
  const startsOn = new Date(Date.parse(wall) - DAY_MS).toISOString().slice(0, 10);
  const layer = (participants: readonly Person[]) => ({
    name: '轮值',
    participants: participants.map(({ id }) => id),
    shift: 'P1D',
    handoffAt: wall.slice(11, 16),
    startsOn,
  });
  await admin.post('/schedules', {
    name: '网信值班室',
    timeZone: 'Asia/Shanghai',
    swapNeedsApproval: true,
    positions: [
      { position: 'officer', layers: [layer([first, second])] },
      { position: 'leader', layers: [layer([leader])] },
    ],
  });
}
