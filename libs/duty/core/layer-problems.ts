import { dayNumber } from './local-date.js';
import type { Problem } from './problem.js';
import type { Layer, LocalDate } from './schedule.js';
import { parseShiftLength } from './shift-length.js';
import { existsOn, parseTimeOfDay } from './wall-time.js';
import type { ZoneClock } from './zone-clock.js';

const LONGEST_NAME = 100;
const MOST_PARTICIPANTS = 100;
/** Of a four-digit year that somebody is still typing (0026), and of a slip (2206 for 2026). */
const FIRST_DATE: LocalDate = '2000-01-01';
const LAST_DATE: LocalDate = '2199-12-31';

/** What is wrong with one layer; paths begin within it. `clock` is null where the zone is itself wrong. */
export const layerProblems = (
  layer: Layer,
  knownUsers: ReadonlySet<string>,
  clock: ZoneClock | null,
): Problem[] => [
  ...nameProblems(layer.name),
  ...peopleProblems(layer, knownUsers),
  ...shiftProblems(layer),
  ...handoffProblems(layer, clock),
  ...dateProblems(layer),
  ...weekdayProblems(layer),
];

/** Of a schedule or a layer. Characters are counted as a reader counts them, not in UTF-16. */
export function nameProblems(name: string): Problem[] {
  if (name.trim() === '') {
    return [
      { path: 'name', code: 'name-empty', message: { zh: '请填写名称', en: 'Write a name' } },
    ];
  }
  if ([...name].length <= LONGEST_NAME) return [];
  return [
    {
      path: 'name',
      code: 'name-too-long',
      message: {
        zh: `名称最多 ${LONGEST_NAME} 个字`,
        en: `A name has at most ${LONGEST_NAME} characters`,
      },
    },
  ];
}

function peopleProblems({ participants }: Layer, knownUsers: ReadonlySet<string>): Problem[] {
  if (participants.length === 0) {
    return [
      {
        path: 'participants',
        code: 'no-people',
        message: { zh: '请至少选择一名值班人员', en: 'Choose at least one person' },
      },
    ];
  }
  const tooMany: Problem = {
    path: 'participants',
    code: 'too-many-people',
    message: {
      zh: `一层最多 ${MOST_PARTICIPANTS} 人次`,
      en: `A layer has at most ${MOST_PARTICIPANTS} turns`,
    },
  };
  const unknown = participants.flatMap((userId, index): Problem[] =>
    knownUsers.has(userId)
      ? []
      : [
          {
            path: `participants.${index}`,
            code: 'unknown-person',
            message: {
              zh: '没有这名人员，或其账号已停用',
              en: 'There is no such person, or the account is disabled',
            },
          },
        ],
  );
  return participants.length > MOST_PARTICIPANTS ? [tooMany, ...unknown] : unknown;
}

function shiftProblems({ shift }: Layer): Problem[] {
  const read = parseShiftLength(shift);
  return read.ok ? [] : [{ path: 'shift', code: read.code, message: read.message }];
}

function handoffProblems({ handoffAt, startsOn }: Layer, clock: ZoneClock | null): Problem[] {
  const sinceMidnight = parseTimeOfDay(handoffAt);
  if (sinceMidnight === null) {
    return [
      {
        path: 'handoffAt',
        code: 'handoff-unreadable',
        message: {
          zh: `“${handoffAt}”不是时刻，请按 08:00 的形式填写`,
          en: `“${handoffAt}” is not a time of day; write for example 08:00`,
        },
      },
    ];
  }
  const day = dayNumber(startsOn);
  if (day === null || clock === null || existsOn(day, sinceMidnight, clock)) return [];
  return [
    {
      path: 'handoffAt',
      code: 'handoff-does-not-exist',
      message: {
        zh: `${startsOn} 当地时钟拨快，没有 ${handoffAt} 这一时刻`,
        en: `On ${startsOn} the clocks are put forward over ${handoffAt}, so that time does not exist`,
      },
    },
  ];
}

function dateProblems({ startsOn, endsOn }: Layer): Problem[] {
  const wrong = [
    ...(isUsableDate(startsOn) ? [] : [impossibleDate('startsOn', startsOn)]),
    ...(endsOn === undefined || isUsableDate(endsOn) ? [] : [impossibleDate('endsOn', endsOn)]),
  ];
  // Dates of this form are in the order of their texts.
  if (wrong.length > 0 || endsOn === undefined || startsOn <= endsOn) return wrong;
  return [
    {
      path: 'endsOn',
      code: 'ends-before-start',
      message: {
        zh: `结束日期早于开始日期 ${startsOn}`,
        en: `It ends before it starts on ${startsOn}`,
      },
    },
  ];
}

const isUsableDate = (date: LocalDate): boolean =>
  dayNumber(date) !== null && date >= FIRST_DATE && date <= LAST_DATE;

const impossibleDate = (path: string, date: LocalDate): Problem => ({
  path,
  code: 'impossible-date',
  message: {
    zh: `“${date}”不是可用的日期，请按 2026-03-01 的形式填写`,
    en: `“${date}” is no date to plan with; write for example 2026-03-01`,
  },
});

function weekdayProblems({ weekdays }: Layer): Problem[] {
  if (weekdays === undefined) return [];
  if (weekdays.length === 0) {
    return [
      {
        path: 'weekdays',
        code: 'no-weekdays',
        message: {
          zh: '请至少选择一天；不限星期时请勿填写',
          en: 'Choose at least one day, or leave it out for all days',
        },
      },
    ];
  }
  return weekdays.flatMap((weekday, index): Problem[] => {
    const path = `weekdays.${index}`;
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
      const message = {
        zh: '星期用 1（周一）至 7（周日）表示',
        en: 'Days of the week are 1 (Monday) to 7 (Sunday)',
      };
      return [{ path, code: 'unknown-weekday', message }];
    }
    if (weekdays.indexOf(weekday) === index) return [];
    const message = { zh: '同一天重复', en: 'This day stands here twice' };
    return [{ path, code: 'weekday-twice', message }];
  });
}
