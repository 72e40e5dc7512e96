import type { Words } from './values.js';

/** What a value is a number of. A share lies between 0 and 1. */
export const FIGURE_UNITS = ['incidents', 'times', 'share', 'minutes'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** By what those that were logged in a period are told apart; two of them at once have their values beside `CROSS`. */
export type Attribute =
  | 'kind'
  | 'category'
  | 'severity'
  | 'place'
  | 'source'
  | 'unit'
  | 'verdict'
  | 'week'
  | 'kindSeverity'
  | 'categoryPlace';

/** Between the two values of a member that crosses two attributes. */
export const CROSS = '|';

/**
 * What a figure counts:
 *
 * - `logged`: incidents logged in the period, those of one value of an attribute where there is one
 * - `open`: incidents logged before the period's end that were not closed as of the moment
 * - `noted`: entries of these types on the timelines of other subjects; a share is that of all but the last type
 * - `happened`: happenings of the period; `each` counts an incident once however often it happened to it, and is of one
 *   sort of happening only
 */
export type Counted =
  | { readonly of: 'logged'; readonly by: Attribute | null }
  | { readonly of: 'open' }
  | {
      readonly of: 'noted';
      readonly on: 'shift' | 'clarification';
      readonly what: readonly NotedType[];
      readonly measure: 'times' | 'share' | 'incidents';
    }
  | {
      readonly of: 'happened';
      readonly what: readonly string[];
      readonly measure: 'each' | 'times' | 'share' | 'median' | 'ninetieth';
      readonly byClock: boolean;
    };

/** What of other subjects than incidents is counted; migration 0031 has an index of just these. */
export const NOTED = ['signed-in', 'signed-in-late', 'missed', 'clarification.matched'] as const;
export type NotedType = (typeof NOTED)[number];

/** One kind of figure. A figure of a family has its member behind a point: `kind.rumour`, `onTime.judge`. */
export interface FigureDefinition {
  readonly name: string;
  readonly words: Words;
  /** What is counted, in a sentence. */
  readonly counts: Words;
  readonly unit: FigureUnit;
  readonly counted: Counted;
}

const ofShifts = (
  name: string,
  unit: 'share' | 'times',
  what: readonly NotedType[],
  said: { readonly words: Words; readonly counts: Words },
): FigureDefinition => ({
  ...{ name, unit, ...said },
  counted: { of: 'noted', on: 'shift', what, measure: unit },
});

const words = (zh: string, en: string): Words => ({ zh, en });

const logged = (by: Attribute, zh: string, en: string): FigureDefinition => ({
  ...{ name: by, words: words(zh, en), unit: 'incidents', counted: { of: 'logged', by } },
  counts: words(
    `本期登记的事件，按${zh}分；以统计时点的${zh}为准`,
    `Incidents logged in the period, by their ${en.toLowerCase()} as of the moment`,
  ),
});

const happened = (
  name: string,
  what: string,
  measure: 'each' | 'times',
  said: { readonly words: Words; readonly counts: Words },
): FigureDefinition => ({
  ...{ name, ...said, unit: measure === 'each' ? 'incidents' : 'times' },
  counted: { of: 'happened', what: [what], measure, byClock: false },
});

/** Terms that were decided: met in time, or missed. One that was lifted owes nothing and counts nowhere. */
const DECIDED = ['kept', 'late'];
const MET = ['kept', 'late-met'];

const ofClocks = (
  name: string,
  unit: FigureUnit,
  what: readonly string[],
  measure: 'share' | 'times' | 'median' | 'ninetieth',
  said: { readonly words: Words; readonly counts: Words },
): FigureDefinition => ({
  ...{ name, unit, ...said },
  counted: { of: 'happened', what, measure, byClock: true },
});

/** Every figure that there is. Briefs, screens and exports say nothing that is not here. */
export const FIGURES: readonly FigureDefinition[] = [
  {
    ...{ name: 'logged', words: words('登记', 'Logged'), unit: 'incidents' },
    counts: words('本期登记的事件', 'Incidents logged in the period'),
    counted: { of: 'logged', by: null },
  },
  logged('kind', '性质', 'Kind'),
  logged('category', '类别', 'Category'),
  logged('severity', '等级', 'Severity'),
  logged('place', '地点', 'Place'),
  logged('source', '监测源', 'Source'),
  logged('unit', '责任单位', 'Responsible unit'),
  logged('verdict', '核查结论', 'Verdict'),
  {
    ...{ name: 'week', words: words('周', 'Week'), unit: 'incidents' },
    counts: words(
      '本期登记的事件，按登记所在的周分（周一起，ISO 8601）',
      'Incidents logged in the period, by the week of the logging (from Monday, ISO 8601)',
    ),
    counted: { of: 'logged', by: 'week' },
  },
  logged('kindSeverity', '性质和等级', 'Kind and severity'),
  logged('categoryPlace', '类别和地点', 'Category and place'),
  {
    ...{ name: 'open', words: words('在办', 'Open'), unit: 'incidents', counted: { of: 'open' } },
    counts: words(
      '期末前登记、到统计时点尚未归档、排除或并案的事件',
      'Incidents logged before the end of the period that were not closed as of the moment',
    ),
  },
  happened('reported', 'reported', 'each', {
    words: words('上报', 'Reported'),
    counts: words('本期上报过的事件', 'Incidents reported in the period'),
  }),
  happened('archived', 'archived', 'each', {
    words: words('归档', 'Archived'),
    counts: words('本期归档过的事件', 'Incidents archived in the period'),
  }),
  happened('dismissed', 'dismissed', 'each', {
    words: words('排除', 'Dismissed'),
    counts: words('本期排除过的事件', 'Incidents dismissed in the period'),
  }),
  happened('merged', 'merged', 'each', {
    words: words('并案', 'Merged'),
    counts: words('本期并入其他事件的事件', 'Incidents merged into others in the period'),
  }),
  happened('reopened', 'reopened', 'each', {
    words: words('重启', 'Reopened'),
    counts: words('本期重启过的事件', 'Incidents reopened in the period'),
  }),
  happened('clarified', 'published', 'each', {
    words: words('已回应', 'Answered'),
    counts: words(
      '本期发布过回应的事件',
      'Incidents about which an answer was published in the period',
    ),
  }),
  happened('escalations.started', 'ladder-started', 'times', {
    words: words('升级', 'Escalations'),
    counts: words('本期启动的升级链', 'Ladders that began in the period'),
  }),
  happened('escalations.exhausted', 'ladder-exhausted', 'times', {
    words: words('升级链走完', 'Escalations exhausted'),
    counts: words(
      '本期走完仍无人签收的升级链',
      'Ladders that ended in the period without an answer',
    ),
  }),
  {
    ...{ name: 'repeated', words: words('再次出现', 'Came up again'), unit: 'incidents' },
    counts: words(
      '本期由工作人员确认为已澄清说法再次出现的事件',
      'Incidents that people found in the period to be a claim answered before',
    ),
    counted: {
      ...{ of: 'noted', on: 'clarification' },
      ...{ what: ['clarification.matched'], measure: 'incidents' },
    },
  },
  ofShifts('duty.attended', 'share', ['signed-in', 'signed-in-late', 'missed'], {
    words: words('值班到岗率', 'Shifts attended'),
    counts: words(
      '本期有人签到的班次，占有人签到与未到岗之和的比例',
      'Shifts to which somebody signed in, as a share of those and the ones that were missed in the period',
    ),
  }),
  ofShifts('duty.shifts', 'times', ['signed-in', 'signed-in-late', 'missed'], {
    words: words('班次', 'Shifts'),
    counts: words('本期签到和未到岗的班次', 'Shifts signed in to or missed in the period'),
  }),
  ofShifts('duty.lateSignIns', 'times', ['signed-in-late'], {
    words: words('迟到签到', 'Late sign-ins'),
    counts: words('本期晚于规定时间的签到', 'Sign-ins after the time by which one signs in'),
  }),
  ofShifts('duty.missed', 'times', ['missed'], {
    words: words('未到岗', 'Missed shifts'),
    counts: words(
      '本期到关闭时仍无人签到的班次',
      'Shifts that were closed without anybody signing in',
    ),
  }),
  ofClocks('onTime', 'share', DECIDED, 'share', {
    words: words('按时率', 'On time'),
    counts: words(
      '本期按时完成的时限，占按时完成与超时之和的比例；解除的不计',
      'Terms met in time, as a share of those met in time or missed in the period; lifted ones are left out',
    ),
  }),
  ofClocks('decided', 'times', DECIDED, 'times', {
    words: words('到期', 'Decided'),
    counts: words(
      '本期按时完成和超时的时限；解除的不计',
      'Terms met in time or missed in the period; lifted ones are left out',
    ),
  }),
  ofClocks('kept', 'times', ['kept'], 'times', {
    words: words('按时', 'Met in time'),
    counts: words('本期按时完成的时限', 'Terms met in time in the period'),
  }),
  ofClocks('late', 'times', ['late'], 'times', {
    words: words('超时', 'Missed'),
    counts: words('本期超时的时限', 'Terms missed in the period'),
  }),
  ofClocks('medianMinutes', 'minutes', MET, 'median', {
    words: words('用时中位数', 'Median time'),
    counts: words(
      '本期完成的时限的用时中位数，暂停不计',
      'The median time of terms met in the period, their pauses left out',
    ),
  }),
  ofClocks('ninetiethMinutes', 'minutes', MET, 'ninetieth', {
    words: words('九成用时', '90th percentile'),
    counts: words(
      '本期完成的时限中，九成的用时不超过此数，暂停不计',
      'Nine of ten terms met in the period took no longer, their pauses left out',
    ),
  }),
  {
    ...{ name: 'medianMinutes.close', words: words('结案用时中位数', 'Median time to close') },
    ...{ unit: 'minutes' },
    counts: words(
      '本期结案的事件从登记到结案的用时中位数',
      'The median time from logging to closing of incidents closed in the period',
    ),
    counted: { of: 'happened', what: ['closed'], measure: 'median', byClock: false },
  },
  {
    ...{ name: 'ninetiethMinutes.close', words: words('结案九成用时', '90th percentile to close') },
    ...{ unit: 'minutes' },
    counts: words(
      '本期结案的事件中，九成从登记到结案的用时不超过此数',
      'Nine of ten incidents closed in the period took no longer from logging to closing',
    ),
    counted: { of: 'happened', what: ['closed'], measure: 'ninetieth', byClock: false },
  },
];

/** A figure, by its key. */
export interface FigureRef {
  readonly definition: FigureDefinition;
  /** Of a family: the value of the attribute, or the clock. */
  readonly member: string | null;
}

export const isFamily = ({ counted }: FigureDefinition): boolean =>
  (counted.of === 'logged' && counted.by !== null) ||
  (counted.of === 'happened' && counted.byClock);

export const keyOf = ({ definition, member }: FigureRef): string =>
  member === null ? definition.name : `${definition.name}.${member}`;

/** The figure of a key; null when there is none of that name. */
export function figureOf(key: string): FigureRef | null {
  const whole = FIGURES.find((definition) => definition.name === key && !isFamily(definition));
  if (whole !== undefined) return { definition: whole, member: null };
  const definition = FIGURES.find(
    (family) => isFamily(family) && key.startsWith(`${family.name}.`),
  );
  if (definition === undefined) return null;
  return { definition, member: key.slice(definition.name.length + 1) };
}

/** The value of an incident that has none: no place, no unit yet. */
export const NONE = 'none';
