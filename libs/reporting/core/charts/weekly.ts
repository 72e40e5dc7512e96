import type { TopicFacts } from '../brief/facts.js';
import { inDigits } from '../narrative/numbers.js';
import type { Teller } from '../narrative/teller.js';
import { mondayOf } from '../period/weeks.js';
import type { BriefChart, Json } from './chart.js';
import { LABEL, countAxis, withCommon } from './option.js';
import { DARK_TYPE, EDGE, PLAIN } from './palette.js';

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
    itemStyle: { color: PLAIN.fill },
    label: { ...LABEL, show: weeks.length <= MOST_WITH_NUMBERS, position: 'top' },
    data: weeks.map((week) => ({ value: t.value(figureOf(week)), figure: figureOf(week) })),
  };
  return {
    ...{ key: 'weekly', title, alt, height: 348 },
    option: withCommon(alt, {
      legend: { top: 0, selectedMode: false, textStyle: LABEL },
      grid: { left: 8, right: 8, top: 40, bottom: 28 },
      xAxis: {
        ...{ type: 'category', data: weeks.map(mondayOf), axisLabel: LABEL },
        axisTick: { show: false },
        name: t.say('周一的日期', 'The Monday of each week'),
        nameLocation: 'middle',
        nameTextStyle: LABEL,
      },
      yAxis: countAxis({ boundaryGap: ['0%', '25%'] }),
      series: [bars, ...marksOf(t, weeks, topics, weekOf)],
    }),
  };
}

const figureOf = (week: string): string => `week.${week}`;

/** Above the bar of its week, each topic by its place in the table; those of one week stand together. */
function marksOf(
  t: Teller,
  weeks: readonly string[],
  topics: readonly TopicFacts[],
  weekOf: (at: number) => string,
): Json[] {
  const placed = weeks.map((week) => ({
    week,
    places: topics.flatMap(({ loggedAt }, at) => (weekOf(loggedAt) === week ? [at + 1] : [])),
  }));
  const marked = placed.filter(({ places }) => places.length > 0);
  if (marked.length === 0) return [];
  return [
    {
      ...{ type: 'scatter', name: t.say('重点舆情的序号', 'Main topics by their number') },
      ...{ symbol: 'roundRect', symbolOffset: [0, -34], silent: true, z: 3 },
      itemStyle: { color: '#ffffff', borderColor: EDGE, borderWidth: 1 },
      data: marked.map(({ week, places }) => {
        const said = places.join(' ');
        return {
          value: [weeks.indexOf(week), t.value(figureOf(week))],
          symbolSize: [14 + 8 * said.length, 20],
          label: { ...LABEL, show: true, color: DARK_TYPE, formatter: said },
        };
      }),
    },
  ];
}

function altOf(t: Teller, weeks: readonly string[], isMarked: boolean): string {
  const counts = weeks.map((week) => t.value(figureOf(week)));
  const most = Math.max(...counts);
  const peaks = weeks.filter((_, at) => counts[at] === most).map(mondayOf);
  const told = weeks.map((week, at) => `${mondayOf(week)} ${inDigits(counts[at] ?? 0)}`);
  return t.say(
    `柱状图：每周登记的事件数，按周一的日期。最多的是 ${peaks.join('、')} 的一周，${inDigits(most)} 件。各周：${told.join('，')}。` +
      (isMarked ? '柱上方的数字是重点舆情表中的序号。' : ''),
    `Bar chart: incidents logged in each week, by its Monday. The most, ${inDigits(most)}, in the week of ${peaks.join(' and ')}. Week by week: ${told.join(', ')}.` +
      (isMarked ? ' Numbers above the bars are those of the table of main topics.' : ''),
  );
}
