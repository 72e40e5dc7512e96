import type { PersonLoad } from './fairness.js';
import type { Load } from './load.js';
import type { Words } from './schedule.js';

/** Hours without duty before and after; null for days of it. */
export interface Rest {
  readonly before: number | null;
  readonly after: number | null;
}

/** Hours of rest in any 24, by article 3 of directive 2003/88/EC. Chinese law names no figure for duty like this. */
const ENOUGH_REST_HOURS = 11;

export const isShort = ({ before, after }: Rest): boolean =>
  isTooLittle(before) || isTooLittle(after);

const isTooLittle = (hours: number | null): boolean => hours !== null && hours < ENOUGH_REST_HOURS;

/**
 * 当月 4 班，比平均少 1.5 班 — and, where the gap is on one and the person has had more or fewer of them than the
 * others, of holidays, weekend days or nights.
 */
export function loadWords(person: PersonLoad, kinds: readonly (keyof Load)[]): Words {
  const shifts: Words = {
    zh: `当月 ${short(person.shifts)} 班，${versus(person.versusMean.shifts, '班').zh}`,
    en: `${plural(person.shifts, 'shift')} that month, ${versus(person.versusMean.shifts, '').en}`,
  };
  const special = (['holidays', 'weekends', 'nights'] as const).find(
    (kind) => kinds.includes(kind) && short(person.versusMean[kind]) !== '0',
  );
  if (special === undefined) return shifts;
  const { zh, unit, en } = SPECIAL[special];
  const more = person.versusMean[special];
  return {
    zh: `${shifts.zh}；${zh} ${short(person[special])} ${unit}，${versus(more, unit).zh}`,
    en: `${shifts.en}; ${plural(person[special], en)}, ${versus(more, '').en}`,
  };
}

const SPECIAL = {
  holidays: { zh: '节假日', unit: '天', en: 'holiday' },
  weekends: { zh: '周末', unit: '天', en: 'weekend day' },
  nights: { zh: '夜班', unit: '夜', en: 'night' },
} as const;

function versus(more: number, unit: string): Words {
  const amount = short(Math.abs(more));
  if (amount === '0') return { zh: '与平均持平', en: 'as many as average' };
  return more > 0
    ? { zh: `比平均多 ${amount} ${unit}`, en: `${amount} more than average` }
    : { zh: `比平均少 ${amount} ${unit}`, en: `${amount} fewer than average` };
}

/** 前后各休息 24 小时 */
export function restWords({ before, after }: Rest): Words {
  const earlier = restOf(before);
  const later = restOf(after);
  if (earlier.zh === later.zh) {
    return { zh: `前后各休息 ${earlier.zh}`, en: `${earlier.en} of rest before and after` };
  }
  return {
    zh: `此前休息 ${earlier.zh}，此后休息 ${later.zh}`,
    en: `${earlier.en} of rest before and ${later.en} after`,
  };
}

function restOf(hours: number | null): Words {
  if (hours === null) return { zh: '3 天以上', en: 'more than 3 days' };
  const amount = short(hours);
  if (!isTooLittle(hours)) return { zh: `${amount} 小时`, en: `${amount} h` };
  return {
    zh: `${amount} 小时（不足 ${ENOUGH_REST_HOURS} 小时）`,
    en: `${amount} h (less than ${ENOUGH_REST_HOURS})`,
  };
}

/** 1.5, and 2 rather than 2.0. */
const short = (amount: number): string => String(Math.round(amount * 10) / 10 + 0);

const plural = (count: number, noun: string): string =>
  `${short(count)} ${noun}${count === 1 ? '' : 's'}`;
