import { inDigits } from '../narrative/numbers.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import { CROSS } from '../figure.js';
import type { BriefChart, Json } from './chart.js';
import {
  LABEL,
  NARROW_LEGEND,
  countAxis,
  legend,
  onPhones,
  rowAxis,
  shortName,
  withCommon,
} from './option.js';
import { EDGE, SEVERITIES, shadeOf } from './palette.js';

interface Part {
  readonly severity: string;
  readonly count: number;
  readonly figure: string;
}

/** One bar, laid out by severity. */
interface Row {
  readonly name: string;
  readonly parts: readonly Part[];
}

/** What was logged in the period, in the one before and a year before, by severity; what has no base is left out. */
export function severityChart(t: Teller, nameOf: NameOf): BriefChart {
  const periods = [
    { name: t.say('本期', 'This period'), of: (key: string) => t.value(key) },
    { name: t.say('上期', 'The one before'), of: (key: string) => t.past(key, 'previous') },
    { name: t.say('上年同期', 'A year before'), of: (key: string) => t.past(key, 'yearBefore') },
  ].filter(({ of }) => of('logged') !== null);
  const rows = periods.map(({ name, of }): Row => {
    const parts = SEVERITIES.map((severity): Part => {
      const figure = `severity.${severity}`;
      return { severity, figure, count: of(figure) ?? 0 };
    });
    return { name, parts };
  });
  return stacked(t, nameOf, 'severity', rows, {
    title: t.say('按等级分', 'By severity'),
    lead: t.say(
      '堆叠条形图：登记的事件按等级分。',
      'Stacked bars: incidents logged, by severity. ',
    ),
  });
}

/** Each kind, by severity. */
export function kindsChart(t: Teller, nameOf: NameOf): BriefChart {
  const rows = t.largest('kind').map((kind): Row => {
    const parts = SEVERITIES.map((severity): Part => {
      const figure = `kindSeverity.${kind}${CROSS}${severity}`;
      return { severity, figure, count: t.value(figure) };
    });
    return { name: nameOf('kind', kind), parts };
  });
  return stacked(t, nameOf, 'kinds', rows, {
    title: t.say('按性质和等级分', 'By kind and severity'),
    lead: t.say(
      '堆叠条形图：登记的事件按性质和等级分。',
      'Stacked bars: incidents logged, by kind and severity. ',
    ),
  });
}

function stacked(
  t: Teller,
  nameOf: NameOf,
  key: 'severity' | 'kinds',
  rows: readonly Row[],
  { title, lead }: { readonly title: string; readonly lead: string },
): BriefChart {
  const told = rows.map((row) => tellRow(t, nameOf, row)).join(t.say('；', '; '));
  const alt = `${lead}${told}${t.say('。', '.')}`;
  const used = SEVERITIES.filter((severity) => rows.some((row) => partOf(row, severity).count > 0));
  return {
    ...{ key, title, alt, height: 96 + 40 * rows.length },
    option: withCommon(alt, {
      legend: legend(),
      grid: { left: 8, right: 24, top: 40, bottom: 8 },
      xAxis: countAxis(),
      yAxis: rowAxis(rows.map((row) => `${row.name} ${inDigits(sumOf(row))}`)),
      ...onPhones({ legend: NARROW_LEGEND, yAxis: { axisLabel: { width: 96 } } }),
      series: used.map((severity) =>
        seriesOf(rows, severity, shortName(nameOf('severity', severity))),
      ),
    }),
  };
}

function seriesOf(rows: readonly Row[], severity: string, name: string): Json {
  const { fill, on, decal } = shadeOf(severity);
  const longest = Math.max(...rows.map(sumOf));
  return {
    ...{ type: 'bar', name, stack: 'all', barWidth: 24 },
    itemStyle: { color: fill, decal, borderColor: EDGE, borderWidth: 0.5 },
    label: { ...LABEL, show: true, color: on, textBorderColor: fill, textBorderWidth: 4 },
    data: rows.map((row) => {
      const { count, figure } = partOf(row, severity);
      return { value: count, figure, label: { show: fits(count, longest) } };
    }),
  };
}

/** The longest bar is some 400 pixels, and a digit 8. */
const fits = (count: number, longest: number): boolean =>
  count > 0 && (count / longest) * 400 >= 6 + 8 * inDigits(count).length;

const partOf = (row: Row, severity: string): Part =>
  row.parts.find((part) => part.severity === severity) ?? { severity, count: 0, figure: '' };

const sumOf = ({ parts }: Row): number => parts.reduce((sum, { count }) => sum + count, 0);

const tellRow = (t: Teller, nameOf: NameOf, row: Row): string => {
  const parts = row.parts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${nameOf('severity', severity)} ${inDigits(count)}`);
  return `${row.name}${t.say('：', ': ')}${parts.length === 0 ? '0' : parts.join(t.say('，', ', '))}`;
};
