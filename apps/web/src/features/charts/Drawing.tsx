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
import styles from './charts.module.css';

bring([
  ...[BarChart, HeatmapChart, LineChart, ScatterChart],
  ...[AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent],
  ...[MarkLineComponent, MarkPointComponent, SVGRenderer],
]);

interface DrawingProps {
  readonly option: ChartOption;
  readonly large: boolean;
}

/** Draws as SVG: sharp on a wall and on paper, and small. */
export default function Drawing({ option, large }: DrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const picture = init(element, themeOf(isDark, large), { renderer: 'svg' });
    picture.setOption(shownAs(option, isDark));
    const sized = new ResizeObserver(() => picture.resize());
    sized.observe(element);
    return () => {
      sized.disconnect();
      picture.dispose();
    };
  }, [option, isDark, large]);
  return <div ref={box} className={styles.drawing} />;
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

/** What the picture itself leaves open. */
function themeOf(isDark: boolean, large: boolean): object {
  const { ink, inkSoft, line, surface } = isDark ? DARK : LIGHT;
  const fontSize = large ? 20 : 12;
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
