import { FEWEST_FOR_A_SHARE, inPercent } from '../narrative/numbers.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import { inOrder } from '../narrative/timeliness.js';
import type { BriefChart, Json } from './chart.js';
import { LABEL, legend, onPhones, rowAxis, withCommon } from './option.js';
import { EDGE, NO_DECAL, PLAIN } from './palette.js';

/** Clocks of which there were enough for a share: a bar of one in three would say more than is known. */
export const clocksWithShares = (t: Teller): string[] =>
  inOrder(t.largest('decided')).filter(
    (clock) => t.value(`decided.${clock}`) >= FEWEST_FOR_A_SHARE,
  );

/** How often each clock was kept, and how often in the period before. */
export function onTimeChart(t: Teller, nameOf: NameOf): BriefChart {
  const clocks = clocksWithShares(t);
  const earlier = earlierOf(t, clocks);
  const told = clocks.map((clock) => `${nameOf('clock', clock)} ${inPercent(shareOf(t, clock))}`);
  const alt = t.say(
    `条形图：各项时限的按时率。${told.join('，')}。`,
    `Bar chart: how often each term was met in time. ${told.join(', ')}.`,
  );
  return {
    ...{ key: 'onTime', alt, height: 96 + 34 * clocks.length },
    title: t.say('各项时限的按时率', 'Terms met in time'),
    option: withCommon(alt, {
      // A single series is what the title says.
      ...(earlier.length === 0 ? {} : { legend: legend() }),
      grid: { left: 8, right: 64, top: 40, bottom: 8 },
      xAxis: {
        ...{ type: 'value', min: 0, max: 100 },
        axisLabel: { ...LABEL, formatter: '{value}%' },
        splitLine: { lineStyle: { opacity: 0.4 } },
      },
      yAxis: rowAxis(clocks.map((clock) => nameOf('clock', clock))),
      ...onPhones({ yAxis: { axisLabel: { width: 96 } } }),
      series: [ratesOf(t, clocks), ...earlier],
    }),
  };
}

const shareOf = (t: Teller, clock: string): number => t.value(`onTime.${clock}`);

const inHundreds = (share: number): number => Math.round(share * 1000) / 10;

const ratesOf = (t: Teller, clocks: readonly string[]): Json => ({
  ...{ type: 'bar', name: t.say('本期', 'This period'), barWidth: 18 },
  itemStyle: { color: PLAIN.fill, decal: PLAIN.decal },
  data: clocks.map((clock) => ({
    ...{ value: inHundreds(shareOf(t, clock)), figure: `onTime.${clock}` },
    label: { ...LABEL, show: true, position: 'right', formatter: inPercent(shareOf(t, clock)) },
  })),
});

function earlierOf(t: Teller, clocks: readonly string[]): Json[] {
  const points = clocks.flatMap((clock, row) => {
    const share = t.past(`onTime.${clock}`, 'previous');
    const wasEnough = (t.past(`decided.${clock}`, 'previous') ?? 0) >= FEWEST_FOR_A_SHARE;
    return share !== null && wasEnough ? [[inHundreds(share), row]] : [];
  });
  if (points.length === 0) return [];
  return [
    {
      ...{ type: 'scatter', name: t.say('上期', 'The period before'), symbol: 'diamond' },
      ...{ symbolSize: 13, z: 3, data: points },
      itemStyle: {
        color: '#ffffff',
        borderColor: EDGE,
        borderWidth: 2,
        opacity: 1,
        decal: NO_DECAL,
      },
    },
  ];
}
