import type { Teller } from '../narrative/teller.js';
import type { BriefChart, Json } from './chart.js';
import { LABEL, countAxis, withCommon } from './option.js';
import { PLAIN } from './palette.js';

/** Mentions of one incident, day by day. */
export function courseChart(
  t: Teller,
  days: readonly { readonly name: string; readonly count: number }[],
): BriefChart {
  const title = t.say('每日线索', 'Mentions by day');
  const told = days.map(({ name, count }) => `${name} ${String(count)}`);
  const alt = t.say(
    `柱状图：每日线索数。${told.join('，')}。`,
    `Bar chart: mentions by day. ${told.join(', ')}.`,
  );
  const bars: Json = {
    ...{ type: 'bar', name: t.say('线索', 'Mentions'), barMaxWidth: 40 },
    itemStyle: { color: PLAIN.fill, decal: PLAIN.decal },
    data: days.map(({ count }) => ({ value: count })),
  };
  return {
    ...{ key: 'course', title, alt, height: 260 },
    option: withCommon(alt, {
      grid: { left: 8, right: 8, top: 16, bottom: 8 },
      xAxis: {
        ...{ type: 'category', data: days.map(({ name }) => name.slice(5)), axisLabel: LABEL },
        axisTick: { show: false },
      },
      yAxis: countAxis(),
      series: [bars],
    }),
  };
}
