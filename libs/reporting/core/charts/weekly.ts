import type { TopicFacts } from '../brief/facts.js';
import { inDigits } from '../narrative/numbers.js';
import type { Teller } from '../narrative/teller.js';
import { mondayOf } from '../period/weeks.js';
import type { BriefChart, ChartOption, Json } from './chart.js';
import { LABEL, circled, countAxis, legend, withCommon } from './option.js';
import { EDGE, NO_DECAL, PLAIN } from './palette.js';

/** A triangle that stands on its point. */
const POINTING_DOWN = 'path://M0,0L10,0L5,8Z';

/** More bars than this leave no room for a number on each. */
const MOST_WITH_NUMBERS = 20;

/** Incidents logged in each week, and the weeks in which the main topics were logged, by their place in the table. */
export function weeklyChart(
  t: Teller,
  weeks: readonly string[],
  topics: readonly TopicFacts[],
  weekOf: (at: number) => string,
): BriefChart {
  const title = t.say('每周登记数量', 'Logged in each week');
  const alt = altOf(t, weeks, topics.length > 0);
  const bars: Json = {
    ...{ type: 'bar', name: t.say('登记', 'Logged'), barCategoryGap: '25%' },
    itemStyle: { color: PLAIN.fill, decal: PLAIN.decal },
    label: { ...LABEL, show: !isCrowded(weeks), position: 'top' },
    data: weeks.map((week) => ({ value: t.value(figureOf(week)), figure: figureOf(week) })),
  };
  return {
    ...{ key: 'weekly', title, alt, height: 300 },
    option: withCommon(alt, {
      legend: legend(),
      grid: { left: 8, right: 8, top: 40, bottom: 28 },
      xAxis: {
        ...{
          type: 'category',
          data: weeks.map((week) => mondayOf(week, t.language)),
          axisLabel: LABEL,
        },
        axisTick: { show: false },
        name: t.say('周一的日期', 'The Monday of each week'),
        nameLocation: 'middle',
        nameTextStyle: LABEL,
      },
      yAxis: countAxis({ boundaryGap: ['0%', '35%'] }),
      series: [bars, ...marksOf(t, weeks, topics, weekOf)],
    }),
  };
}

const figureOf = (week: string): string => `week.${week}`;

/** Above the bar of its week, each topic by its number in the table; those of one week stand together. */
function marksOf(
  t: Teller,
  weeks: readonly string[],
  topics: readonly TopicFacts[],
  weekOf: (at: number) => string,
): Json[] {
  const marked = weeks.flatMap((week, column) => {
    const numbers = topics.flatMap(({ loggedAt }, at) =>
      weekOf(loggedAt) === week ? [circled(at + 1)] : [],
    );
    return numbers.length === 0 ? [] : [{ week, column, numbers }];
  });
  if (marked.length === 0) return [];
  return [
    {
      ...{ type: 'scatter', name: t.say('重点舆情的序号', 'Main topics by their number') },
      ...{ symbol: POINTING_DOWN, symbolSize: [9, 7], symbolOffset: [0, -24] },
      ...{ silent: true, z: 3, itemStyle: { color: EDGE, opacity: 1, decal: NO_DECAL } },
      data: marked.map(({ week, column, numbers }) => ({
        value: [column, t.value(figureOf(week))],
        label: {
          ...{ ...labelFor(weeks), show: true, position: 'top' },
          formatter: stacked(numbers, weeks),
        },
      })),
    },
  ];
}

const isCrowded = (weeks: readonly string[]): boolean => weeks.length > MOST_WITH_NUMBERS;

const labelFor = (weeks: readonly string[]): ChartOption =>
  isCrowded(weeks) ? { fontSize: 10 } : LABEL;

/** Two beside each other are as wide as a bar; where bars are narrow, one. */
function stacked(numbers: readonly string[], weeks: readonly string[]): string {
  const perLine = isCrowded(weeks) ? 1 : 2;
  return numbers
    .map((number, at) => (at > 0 && at % perLine === 0 ? `\n${number}` : number))
    .join('');
}

function altOf(t: Teller, weeks: readonly string[], isMarked: boolean): string {
  const counts = weeks.map((week) => t.value(figureOf(week)));
  const most = Math.max(...counts);
  const peaks = weeks
    .filter((_, at) => counts[at] === most)
    .map((week) => mondayOf(week, t.language));
  const told = weeks.map(
    (week, at) => `${mondayOf(week, t.language)} ${inDigits(counts[at] ?? 0)}`,
  );
  return t.say(
    `柱状图：每周登记的事件数，按周一的日期。最多的是 ${peaks.join('、')} 的一周，${inDigits(most)} 件。各周：${told.join('，')}。` +
      (isMarked ? '柱上方的数字是重点舆情表中的序号。' : ''),
    `Bar chart: incidents logged in each week, by its Monday. The most, ${inDigits(most)}, in the week of ${peaks.join(' and ')}. Week by week: ${told.join(', ')}.` +
      (isMarked ? ' Numbers above the bars are those of the table of main topics.' : ''),
  );
}
