import type { Act } from './act.js';
import { diceOf, logNormal, pickWeighted } from './draw.js';
import { atDesk } from './pace.js';
import type { Desk, Office, Situation } from './situation.js';
import { deskOf } from './situation.js';
import { ALONGSIDE } from './tracks/alongside.js';
import { whenClosed, whenDisposed, whenObserved } from './tracks/closing.js';
import { startDisposal, whileDisposing } from './tracks/disposing.js';
import { concur, judge, whenJudged, whileObserving } from './tracks/judging.js';
import { beforeJudging, whenDetected } from './tracks/opening.js';
import type { Track } from './tracks/track.js';
import { firstOf, mayTry } from './tracks/track.js';
import type { Instant, OfficeRole } from './values.js';
import { DAY, HOUR, MINUTE } from './values.js';

const nothing: Track = () => null;

function mainTrack({ now }: Desk): Track {
  switch (now.state) {
    case 'detected':
      return whenDetected;
    case 'reported':
      return firstOf(beforeJudging, concur, judge);
    case 'judged':
      return firstOf(whenJudged, startDisposal);
    case 'observing':
      return firstOf(whileObserving, whenObserved);
    case 'disposing':
      return whileDisposing;
    case 'disposed':
      return whenDisposed;
    case 'archived':
    case 'dismissed':
      return whenClosed;
    case 'merged':
      return nothing;
  }
}

/**
 * Who acts next on this incident, how, and when: the same question always gets the same answer, so the caller
 * may ask again whenever something has happened. Null: nobody, unless something happens. The instant may lie
 * in the past when something was overdue; then it is now.
 */
export function nextAct(office: Office, situation: Situation): Act | null {
  const desk = deskOf(office, situation);
  const acts = [mainTrack(desk), ...ALONGSIDE]
    .map((track) => track(desk))
    .filter((act): act is Act => act !== null && mayTry(desk, act.command));
  return acts.reduce<Act | null>(
    (first, act) => (first === null || act.at < first.at ? act : first),
    null,
  );
}

export interface Escalation {
  /** Of the incident's topic, and the round: what chance hangs on. */
  readonly key: string;
  readonly clock: string;
  readonly startedAt: Instant;
}

/** Clocks whose ladders begin with people who are at their desks by day; the others begin with the duty desk. */
const BY_DAY: ReadonlyMap<string, OfficeRole> = new Map([
  ['dispose', 'handler'],
  ['update', 'handler'],
  ['archive', 'analyst'],
  ['next-look', 'analyst'],
]);

const ANSWERED = { soon: 88, late: 8, never: 4 } as const;

/**
 * When somebody takes an escalation, and who; null when nobody does, and the ladder runs out. That of the
 * clock `acknowledge` is ended by the act of that name, which `nextAct` plans.
 */
export function nextAcknowledgement(
  { seed, timeZone }: Pick<Office, 'seed' | 'timeZone'>,
  { key, clock, startedAt }: Escalation,
): { readonly at: Instant; readonly role: OfficeRole } | null {
  if (clock === 'acknowledge') return null;
  const dice = diceOf(seed, key);
  const byDay = BY_DAY.get(clock);
  const wait = (median: number, sigma: number) => {
    const at = Math.round(startedAt + logNormal(dice, 'taken', median, sigma));
    return byDay !== undefined ? atDesk(at, timeZone, dice('taken in the morning')) : at;
  };
  switch (pickWeighted(dice, 'escalation', ANSWERED)) {
    case 'soon':
      return byDay !== undefined
        ? { at: wait(HOUR, 0.8), role: byDay }
        : { at: wait(4 * MINUTE, 0.8), role: 'officer' };
    case 'late':
      return { at: wait(byDay !== undefined ? DAY : 25 * MINUTE, 0.5), role: 'leader' };
    case 'never':
      return null;
  }
}
