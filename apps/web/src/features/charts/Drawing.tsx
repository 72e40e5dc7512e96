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
  /** As high as it was made for, in pixels. */
  readonly height: number;
  /** Grows as a whole with its space, for a wall or a meeting; else it has more room for the same type. */
  readonly magnified: boolean;
}

/** Draws as SVG: sharp on a wall and on paper, and small. */
export default function Drawing({ option, height, magnified }: DrawingProps) {
  const space = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  useEffect(() => {
    const [around, element] = [space.current, sheet.current];
    if (around === null || element === null) return undefined;
    const picture = init(element, themeOf(isDark), { renderer: 'svg' });
    picture.setOption(shownAs(option, isDark));
    const sized = new ResizeObserver(() => {
      const scale = magnified ? scaleFor(around, height) : 1;
      element.style.transform = `scale(${String(scale)})`;
      picture.resize({ width: around.clientWidth / scale, height: around.clientHeight / scale });
    });
    sized.observe(around);
    return () => {
      sized.disconnect();
      picture.dispose();
    };
  }, [option, height, isDark, magnified]);
  return (
    <div ref={space} className={styles.space}>
      <div ref={sheet} className={styles.sheet} />
    </div>
  );
}

/** In pixels: as wide as a picture is on paper, for which its type and its height were chosen. */
const PAPER_WIDTH = 590;
/** Smaller type than this is not read on any screen. */
const SMALLEST = 0.6;

const scaleFor = ({ clientWidth, clientHeight }: HTMLElement, height: number): number =>
  Math.max(SMALLEST, Math.min(clientWidth / PAPER_WIDTH, clientHeight / height));

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
