import { tellSituation } from '../narrative/situation.js';
import type { NameOf } from '../narrative/situation.js';
import type { Paragraph, Piece } from '../narrative/piece.js';
import type { Teller } from '../narrative/teller.js';
import { tellRumours, tellTimeliness } from '../narrative/timeliness.js';
import type { BriefChart } from '../charts/chart.js';
import { causesTable, tellCauses } from './causes.js';
import { chartsOf } from './section-charts.js';
import type { DateAhead, Remedy, RiskAhead, TopicFacts } from './facts.js';
import { tellRisks } from './risks.js';
import type { BriefTable } from './table.js';
import { topTopics } from './topics.js';

/** What a quarterly brief is made of besides figures. Times are written by whoever knows the zone. */
export interface BriefFacts {
  readonly topics: readonly TopicFacts[];
  readonly dates: readonly DateAhead[];
  readonly risks: readonly RiskAhead[];
  readonly remedies: readonly Remedy[];
  /** The local day of an instant, `2026-03-01`. */
  readonly dayOf: (at: number) => string;
  /** The weeks of the period, and the one in which an instant lies, as figures name them: `2026-W09`. */
  readonly weeks: readonly string[];
  readonly weekOf: (at: number) => string;
  /** The moment as of which all was counted, in words. */
  readonly asOf: string;
}

export const SECTION_KEYS = [
  ...(['situation', 'topics', 'rumours', 'timeliness', 'causes', 'risks', 'advice'] as const),
  'notes',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export interface BriefSection {
  readonly key: SectionKey;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly BriefTable[];
  readonly charts: readonly BriefChart[];
}

/** 季度分析报告: 一 to 七 and the notes on the data. */
export function quarterlyOutline(t: Teller, facts: BriefFacts, nameOf: NameOf): BriefSection[] {
  const section = (
    key: SectionKey,
    zh: string,
    en: string,
    paragraphs: readonly Paragraph[],
    tables: readonly BriefTable[] = [],
  ): BriefSection => ({
    ...{ key, title: t.say(zh, en), paragraphs, tables },
    charts: chartsOf(key, t, facts, nameOf),
  });
  const top = topTopics(facts.topics);
  return [
    section('situation', '总体态势', 'The situation', tellSituation(t, nameOf)),
    section(
      'topics',
      '重点舆情',
      'Main topics',
      top.length === 0 ? [[t.say('本期没有重点舆情。', 'There was no main topic.')]] : [],
      top.length === 0 ? [] : [topicsTable(t, top, facts, nameOf)],
    ),
    section('rumours', '谣言与澄清', 'Rumours and answers', tellRumours(t, nameOf)),
    section('timeliness', '处置时效', 'Timeliness', tellTimeliness(t, nameOf)),
    section(
      'causes',
      '成因与问题',
      'Causes and problems',
      tellCauses(t, nameOf),
      t.value('logged') === 0 ? [] : [causesTable(t, nameOf)],
    ),
    section('risks', '下季度风险研判', 'Risks ahead', tellRisks(t, facts.dates, facts.risks)),
    section(
      'advice',
      '建议与整改台账',
      'Advice and remedies',
      facts.remedies.length === 0 ? [[t.say('没有未办结的整改事项。', 'No remedy is open.')]] : [],
      facts.remedies.length === 0 ? [] : [remediesTable(t, facts)],
    ),
    section('notes', '数据说明', 'Notes on the data', notes(t, facts)),
  ];
}

function topicsTable(
  t: Teller,
  topics: readonly TopicFacts[],
  { dayOf }: BriefFacts,
  nameOf: NameOf,
): BriefTable {
  return {
    caption: t.say('重点舆情', 'Main topics'),
    heads: [
      t.say('序号', 'No.'),
      ...[t.say('编号', 'Number'), t.say('标题', 'Title'), t.say('等级', 'Severity')],
      ...[t.say('核查结论', 'Verdict'), t.say('线索', 'Mentions'), t.say('登记', 'Logged')],
    ],
    rows: topics.map((topic, at): Piece[] => [
      String(at + 1),
      ...[topic.number, topic.title, nameOf('severity', topic.severity)],
      ...[nameOf('verdict', topic.verdict), String(topic.mentions), dayOf(topic.loggedAt)],
    ]),
  };
}

const remediesTable = (t: Teller, { remedies, dayOf }: BriefFacts): BriefTable => ({
  caption: t.say('整改台账', 'Remedies'),
  heads: [
    ...[t.say('事件', 'Incident'), t.say('措施', 'Action'), t.say('单位', 'Unit')],
    ...[t.say('期限', 'Due'), t.say('状态', 'State')],
  ],
  rows: remedies.map((remedy): Piece[] => [
    ...[remedy.incidentNumber, remedy.title, remedy.unit ?? '–', dayOf(remedy.dueAt)],
    remedy.isDone ? t.say('已完成', 'done') : t.say('未完成', 'open'),
  ]),
});

const notes = (t: Teller, { asOf }: BriefFacts): Paragraph[] => [
  [
    t.say(
      `本报告数据由事件时间线统计，统计时点为 ${asOf}。同一时点再次统计，结果不变。`,
      `The numbers are counted from the timelines of incidents as of ${asOf}, and come out the same whenever they are counted again.`,
    ),
  ],
  [
    t.say(
      '按时率为本期按时完成的时限占按时完成与超时之和的比例，解除的时限不计；用时中位数和九成用时按最近秩法计算，暂停不计。基数不足 10 的，不计百分比。',
      'On time is the share of terms met in time among those met in time or missed; lifted ones are left out. Percentiles are by the nearest rank, without pauses. Below ten, no share is given.',
    ),
  ],
];
