import { PERIOD_TYPES, periodNamed, typeOf } from '../period/period.js';
import type { Period, PeriodType } from '../period/period.js';
import type { Instant, Words } from '../values.js';
import type { ReportType } from './report-type.js';

/** What somebody asks a report to be about. */
export interface Asked {
  readonly type: ReportType;
  /** A period by its name: `2026Q1`. */
  readonly period: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly asOf: Instant | null;
  /** Of a special report: when its incident was logged. */
  readonly loggedAt: Instant | null;
}

/** Why it cannot be, at the field that says so. */
export interface AskedProblem {
  readonly code: string;
  readonly path: string;
  readonly message: Words;
}

/** The span of a report, and as of when it is counted. */
export interface Span extends Period {
  readonly asOf: Instant;
}

export type AskedSpan =
  | { readonly ok: true; readonly span: Span }
  | { readonly ok: false; readonly problems: readonly AskedProblem[] };

/** The span that is meant, in a zone, or every reason why there is none. */
export function spanAsked(asked: Asked, now: Instant, zone: string): AskedSpan {
  const asOf = asked.asOf ?? now;
  const period = asked.type === 'special' ? spanOfIncident(asked, asOf) : periodOf(asked, zone);
  // That there is no such incident is said by whoever looked for it.
  if (period === null) return { ok: false, problems: [] };
  if ('code' in period) return { ok: false, problems: [period] };
  const problems = [
    ...periodProblems(asked.type, period, now, zone),
    ...momentProblems(period, asOf, now),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, span: { ...period, asOf } };
}

/** From the logging on, until the moment of counting; unless another span is asked for. */
function spanOfIncident(
  { period, from, to, loggedAt }: Asked,
  asOf: Instant,
): Period | AskedProblem | null {
  if (period !== null) return NO_SUCH_PERIOD;
  const start = from ?? loggedAt;
  if (start === null) return null;
  return to === null && asOf <= start ? AS_OF_BEFORE : { from: start, to: to ?? asOf };
}

function periodOf({ type, period: name, from, to }: Asked, zone: string): Period | AskedProblem {
  const given = from === null || to === null ? null : { from, to };
  if (name === null) return given ?? (from === null && to === null ? NO_PERIOD : half(from));
  const named = typesOf(type)
    .map((one) => periodNamed(one, name, zone))
    .find((one) => one !== null);
  if (named === undefined) return NO_SUCH_PERIOD;
  const differs = (from ?? named.from) !== named.from || (to ?? named.to) !== named.to;
  return differs ? DIFFERS : named;
}

/** A scorecard has a period of any kind. */
const typesOf = (type: ReportType): readonly PeriodType[] =>
  PERIOD_TYPES.filter((one) => one === type || type === 'scorecard');

function periodProblems(
  type: ReportType,
  period: Period,
  now: Instant,
  zone: string,
): AskedProblem[] {
  if (period.to <= period.from) return [INVERTED];
  const isWhole = type === 'special' || typesOf(type).some((one) => one === typeOf(period, zone));
  return [...(period.from >= now ? [FUTURE] : []), ...(isWhole ? [] : [NOT_WHOLE])];
}

const momentProblems = (period: Period, asOf: Instant, now: Instant): AskedProblem[] => [
  ...(asOf > now ? [AS_OF_FUTURE] : []),
  ...(asOf <= period.from && period.from < now ? [AS_OF_BEFORE] : []),
];

const problem = (code: string, path: string, zh: string, en: string): AskedProblem => ({
  code: `report.${code}`,
  path,
  message: { zh, en },
});

const NO_PERIOD = problem(
  'no-period',
  'period',
  '请写明统计期，如 2026Q1，或起止时间',
  'Say the period, such as 2026Q1, or from and to',
);
const half = (from: Instant | null): AskedProblem =>
  from === null
    ? problem('no-from', 'from', '还须写明开始时间', 'Say from when, too')
    : problem('no-to', 'to', '还须写明结束时间', 'Say until when, too');
const NO_SUCH_PERIOD = problem(
  'period-unknown',
  'period',
  '没有这样的统计期；周写作 2026W09，月 2026-03，季 2026Q1，半年 2026H1，年 2026',
  'There is no such period; write a week 2026W09, a month 2026-03, a quarter 2026Q1, a half-year 2026H1, a year 2026',
);
const DIFFERS = problem(
  'period-differs',
  'period',
  '统计期与起止时间不一致',
  'The period is not the one from and to say',
);
const INVERTED = problem('inverted', 'to', '结束时间须晚于开始时间', 'It must end after it begins');
const FUTURE = problem('future', 'from', '统计期还没有开始', 'The period has not begun yet');
const NOT_WHOLE = problem(
  'not-whole',
  'to',
  '起止时间不是这类报告的一个完整统计期（按本单位时区）',
  'From and to are not one whole period of this kind of report, in the zone of the organisation',
);
const AS_OF_FUTURE = problem(
  'as-of-future',
  'asOf',
  '统计时点不能晚于现在',
  'The moment of counting must not be in the future',
);
const AS_OF_BEFORE = problem(
  'as-of-before',
  'asOf',
  '统计时点须晚于统计期的开始',
  'The moment of counting must be after the period begins',
);
