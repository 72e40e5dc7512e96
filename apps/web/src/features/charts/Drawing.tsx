import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use as bring } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { DARK, LIGHT } from '../../theme/palette';
import { useIsDark } from '../../theme/use-is-dark';
import { onDark } from './on-dark';
import type { ChartOption } from './option';
import { PAPER_WIDTH } from './paper-width';
import styles from './charts.module.css';

bring([
  ...[BarChart, HeatmapChart, LineChart, ScatterChart],
  ...[AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent],
  ...[MarkLineComponent, MarkPointComponent, SVGRenderer],
]);

interface DrawingProps {
  readonly option: ChartOption;
  /** Grows as a whole with its space, for a wall or a meeting; else it has more room for the same type. */
  readonly magnified: boolean;
}

/** Draws as SVG: sharp on a wall and on paper, and small. */
export default function Drawing({ option, magnified }: DrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const picture = init(element, themeOf(isDark), { renderer: 'svg' });
    picture.setOption(shownAs(option, isDark));
    const sized = new ResizeObserver(() =>
      picture.resize(magnified ? sizeOnPaper(element) : undefined),
    );
    sized.observe(element);
    return () => {
      sized.disconnect();
      picture.dispose();
    };
  }, [option, isDark, magnified]);
  return <div ref={box} className={styles.drawing} data-magnified={magnified} />;
}

/** Nothing moves, and what it says in words is said by the figure around it. */
function shownAs(option: ChartOption, isDark: boolean): ChartOption {
  const series = isDark ? onDark(option['series']) : option['series'];
  const aria = typeof option['aria'] === 'object' ? option['aria'] : {};
  return {
    ...option,
    ...{ series, animation: false, backgroundColor: 'transparent', darkMode: isDark },
    aria: { enabled: true, ...aria, label: { enabled: false } },
  };
}

/** What is larger than on paper is that, magnified: its type grows with it. */
function sizeOnPaper({ clientWidth, clientHeight }: HTMLElement): {
  width: number;
  height: number;
} {
  const scale = Math.max(1, clientWidth / PAPER_WIDTH);
  return { width: clientWidth / scale, height: clientHeight / scale };
}

/** What the picture itself leaves open. */
function themeOf(isDark: boolean): object {
  const { ink, inkSoft, line, surface } = isDark ? DARK : LIGHT;
  const fontSize = 12;
  const text = { color: ink, fontSize, fontFamily: getComputedStyle(document.body).fontFamily };
  const axis = {
    axisLabel: { color: inkSoft, fontSize },
    axisLine: { lineStyle: { color: line } },
    nameTextStyle: { color: inkSoft, fontSize },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    textStyle: text,
    legend: { textStyle: text },
    tooltip: { backgroundColor: surface, borderColor: line, textStyle: text },
    ...{ categoryAxis: axis, valueAxis: axis, visualMap: { textStyle: text } },
  };
}
