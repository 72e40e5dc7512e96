import { DAY_MS, HOUR_MS, MINUTE_MS, aLayer, aSchedule, iso, shiftAt } from './duty.js';
import type { SchedulePage, ShiftPage, SwapPage } from './duty.js';
import type { Person } from './people.js';

/** Asia/Shanghai, which has no summer time. */
const OFFSET_MS = 8 * HOUR_MS;
/** Within the half hour in which one hands over and signs out. */
const HAND_OVER_IN_MS = 20 * MINUTE_MS;

interface Crew {
  /** On duty now, and every second day. */
  readonly first: Person;
  readonly second: Person;
  readonly leader: Person;
}

/** Sends a body to a door, named as the API document names it; `ids` fill the path. */
export type Send = (by: Person, door: string, id: string | null, body: object) => Promise<unknown>;

/** Everything that people in a duty office write, with the same words in every place for words. */
export async function writeOnDuty(
  { first, second, leader }: Crew,
  words: string,
  send: Send,
): Promise<void> {
  const at = Date.now() + HAND_OVER_IN_MS;
  const wall = iso(at + OFFSET_MS);
  const startsOn = iso(Date.parse(wall) - DAY_MS).slice(0, 10);
  const turns = { name: words, handoffAt: wall.slice(11, 16), startsOn };
  const days = (from: number) => ({
    from: iso(at + from * DAY_MS),
    to: iso(at + (from + 1) * DAY_MS),
  });
  const relief = (from: number) => ({
    ...{ position: 'officer', userId: second.id, reason: words },
    ...days(from),
  });
  const rules = aSchedule([first, second], [leader], {
    name: words,
    swapNeedsApproval: true,
    positions: [
      { position: 'officer', layers: [aLayer([first, second], turns)] },
      { position: 'leader', layers: [aLayer([leader], turns)] },
    ],
  });
  const made = await send(leader, 'POST /schedules', null, { ...rules, overrides: [relief(20)] });
  const { id, version } = made as SchedulePage;
  await send(leader, 'PUT /schedules/{id}', id, { ...rules, expectedVersion: version });
  const schedule = { ...rules, overrides: [relief(20)] };
  const shown = { schedule, override: relief(24), ...days(20) };
  await send(leader, 'POST /schedules/preview', null, shown);
  await send(leader, 'POST /schedules/{id}/overrides', id, relief(22));
  await send(first, 'POST /leaves', null, { ...days(40), note: words });
  await swap({ first, second, leader }, id, words, send);
  await serve(first, words, send);
}

/** One offer that is taken, given back, taken and confirmed; one that is declined, one that is withdrawn. */
async function swap(
  { first, second, leader }: Crew,
  scheduleId: string,
  words: string,
  send: Send,
): Promise<void> {
  const note = words;
  const offer = async (day: number): Promise<string> => {
    const { id: shiftId } = await shiftAt(first, 'officer', Date.now() + day * DAY_MS);
    const body = { shiftId, toUserId: second.id, note };
    return ((await send(first, 'POST /schedules/{id}/swaps', scheduleId, body)) as SwapPage).id;
  };
  const taken = await offer(1.5);
  await send(second, 'POST /swaps/{id}/accept', taken, { note });
  await send(second, 'POST /swaps/{id}/release', taken, { note });
  await send(second, 'POST /swaps/{id}/accept', taken, { note });
  await send(leader, 'POST /swaps/{id}/approve', taken, { note });
  await send(second, 'POST /swaps/{id}/decline', await offer(3.5), { note });
  await send(first, 'POST /swaps/{id}/withdraw', await offer(5.5), { note });
}

/** A shift with its log, handed over and left. */
async function serve(by: Person, words: string, send: Send): Promise<void> {
  const { id } = await shiftAt(by, 'officer', Date.now());
  await by.post(`/shifts/${id}/sign-in`);
  const entry = { text: words, source: words, outcome: words, open: true };
  const { log } = (await send(by, 'POST /shifts/{id}/log', id, entry)) as ShiftPage;
  const closing = { entryId: log[0]?.id, outcome: words };
  await send(by, 'POST /shifts/{id}/close-entry', id, closing);
  await send(by, 'POST /shifts/{id}/handover', id, { notes: words });
  await send(by, 'POST /shifts/{id}/sign-out', id, { reason: words });
}
