import { BarChart, HeatmapChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { FAMILY, openFaces } from '../font/faces.js';

use([BarChart, HeatmapChart, ScatterChart]);
use([AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent]);
use([SVGRenderer]);

/** Without a browser ECharts guesses how wide a text is; a name may then run out of the picture. */
setPlatformAPI({
  measureText: (text, font) => {
    const { advanceOf } = openFaces().regular;
    const size = Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
    const advances = [...text].map((character) => advanceOf(character.codePointAt(0) ?? 0));
    return { width: size * advances.reduce((sum, advance) => sum + advance, 0) };
  },
});

const INK = '#000000';
const axis = {
  axisLabel: { color: INK },
  nameTextStyle: { color: INK },
  axisLine: { lineStyle: { color: INK } },
  splitLine: { lineStyle: { color: '#9aa0a6' } },
};

/** Paper is white and type on it black, whatever a screen would show. */
const ON_PAPER = {
  textStyle: { color: INK },
  legend: { textStyle: { color: INK } },
  categoryAxis: axis,
  valueAxis: axis,
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A chart as SVG, without a browser. Its type is named by its family, and is found by whoever sets the SVG. */
export function drawSvg(option: Readonly<Record<string, unknown>>, size: Size): string {
  const chart = init(null, ON_PAPER, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    chart.setOption({ textStyle: { fontFamily: FAMILY } });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
