import { CROSS, NONE } from '../figure.js';
import { inDigits } from '../narrative/numbers.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import type { BriefChart, Json } from './chart.js';
import { LABEL, onPhones, rowAxis, withCommon } from './option.js';
import { DARK_TYPE, LIGHT_TYPE, NO_DECAL, RAMP } from './palette.js';

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly figure: string;
  readonly count: number;
}

/** 主题 × 地区: the more there was, the darker, with the number in each cell. */
export function heatChart(
  t: Teller,
  categories: readonly string[],
  places: readonly string[],
  nameOf: NameOf,
): BriefChart {
  const cells = categories.flatMap((category, row) =>
    places.map((place, column): Cell => {
      const figure = `categoryPlace.${category}${CROSS}${place}`;
      return { row, column, figure, count: t.value(figure) };
    }),
  );
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const alt = altOf(t, cells, (cell) =>
    [
      nameOf('place', places[cell.column] ?? NONE),
      nameOf('category', categories[cell.row] ?? NONE),
    ].join(t.say('的', ', ')),
  );
  return {
    ...{ key: 'heat', alt, height: 72 + 36 * categories.length },
    title: t.say('主题和地区', 'Themes and places'),
    option: withCommon(alt, {
      grid: { left: 8, right: 8, top: 8, bottom: 8 },
      xAxis: {
        ...{ type: 'category', data: places.map((place) => nameOf('place', place)) },
        ...{ position: 'top', axisTick: { show: false }, axisLine: { show: false } },
        axisLabel: { ...LABEL, interval: 0, width: 420 / places.length, overflow: 'break' },
      },
      yAxis: rowAxis(categories.map((category) => nameOf('category', category))),
      ...onPhones({
        xAxis: { axisLabel: { width: 240 / places.length, fontSize: 10 } },
        yAxis: { axisLabel: { width: 72, fontSize: 12 } },
      }),
      visualMap: { show: false, dimension: 2, type: 'piecewise', pieces: piecesUpTo(most) },
      series: [
        {
          ...{ type: 'heatmap', name: t.say('登记', 'Logged') },
          itemStyle: { borderColor: '#ffffff', borderWidth: 2, decal: NO_DECAL },
          data: cells.map((cell) => datumOf(cell, most)),
        },
      ],
    }),
  };
}

/** The darkest shade on which black is still read. */
const DARK_UP_TO = 2;

const shadeFor = (count: number, most: number): number =>
  count === 0 ? 0 : Math.ceil((count / most) * (RAMP.length - 1));

/** Each shade begins where the one before ends. */
const piecesUpTo = (most: number): Json[] =>
  RAMP.map((color, shade) => ({
    ...{ gt: shade === 0 ? -1 : ((shade - 1) / (RAMP.length - 1)) * most, color },
    lte: (shade / (RAMP.length - 1)) * most,
  }));

const datumOf = ({ row, column, figure, count }: Cell, most: number): Json => ({
  ...{ value: [column, row, count], figure },
  label: {
    ...{ ...LABEL, show: true, formatter: inDigits(count) },
    color: shadeFor(count, most) <= DARK_UP_TO ? DARK_TYPE : LIGHT_TYPE,
  },
});

function altOf(t: Teller, cells: readonly Cell[], nameOf: (cell: Cell) => string): string {
  const fullest = cells
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map((cell) => `${nameOf(cell)} ${inDigits(cell.count)}`);
  return t.say(
    `热力图：各主题在各地区的事件数。最多的是${fullest.join('，')}。全部数字见下表。`,
    `Heat map: incidents of each theme at each place. The most: ${fullest.join('; ')}. The table below has all numbers.`,
  );
}
