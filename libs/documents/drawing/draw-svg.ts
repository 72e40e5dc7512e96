import { BarChart, HeatmapChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, ScatterChart]);
use([AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent]);
use([SVGRenderer]);

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

/** A chart as SVG, without a browser. Its type is named by the family, and is found by whoever sets the SVG. */
export function drawSvg(
  option: Readonly<Record<string, unknown>>,
  size: Size,
  fontFamily: string,
): string {
  const chart = init(null, ON_PAPER, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    chart.setOption({ textStyle: { fontFamily } });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
