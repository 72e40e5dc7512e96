import type { TopicFacts } from '../brief/facts.js';
import { inDigits } from '../narrative/numbers.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import type { BriefChart, Json } from './chart.js';
import {
  LABEL,
  NARROW_LEGEND,
  circled,
  countAxis,
  legend,
  onPhones,
  rowAxis,
  shortName,
  withCommon,
} from './option.js';
import { EDGE, SEVERITIES, shadeOf } from './palette.js';

/** The main topics in their order, with how often each was seen. */
export function ladderChart(t: Teller, topics: readonly TopicFacts[], nameOf: NameOf): BriefChart {
  const told = topics.map(
    ({ title, severity, mentions }, at) =>
      `${circled(at + 1)} ${title}${t.say('（', ' (')}${nameOf('severity', severity)}${t.say('，', ', ')}${inDigits(mentions)}${t.say('）', ')')}`,
  );
  const alt = t.say(
    `条形图：重点舆情的线索数，按重要程度排列。${told.join('；')}。`,
    `Bar chart: mentions of the main topics, in their order. ${told.join('; ')}.`,
  );
  const used = SEVERITIES.filter((severity) => topics.some((topic) => topic.severity === severity));
  return {
    ...{ key: 'ladder', alt, height: 88 + 30 * topics.length },
    title: t.say('重点舆情的线索数', 'Mentions of the main topics'),
    option: withCommon(alt, {
      legend: legend(),
      grid: { left: 8, right: 48, top: 40, bottom: 8 },
      xAxis: countAxis(),
      yAxis: rowAxis(
        topics.map(({ title }, at) => `${circled(at + 1)} ${title}`),
        230,
      ),
      ...onPhones({ legend: NARROW_LEGEND, yAxis: { axisLabel: { width: 130 } } }),
      series: used.map((severity) =>
        seriesOf(topics, severity, shortName(nameOf('severity', severity))),
      ),
    }),
  };
}

function seriesOf(topics: readonly TopicFacts[], severity: string, name: string): Json {
  const { fill, decal } = shadeOf(severity);
  return {
    ...{ type: 'bar', name, stack: 'all', barWidth: 18 },
    itemStyle: { color: fill, decal, borderColor: EDGE, borderWidth: 0.5 },
    label: { ...LABEL, show: true, position: 'right' },
    data: topics.map((topic) =>
      topic.severity === severity ? { value: topic.mentions, incident: topic.id } : '-',
    ),
  };
}
