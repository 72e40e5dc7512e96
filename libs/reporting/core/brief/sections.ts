import { tellDuty } from '../narrative/duty.js';
import type { Paragraph, Piece } from '../narrative/piece.js';
import { tellSituation } from '../narrative/situation.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import { tellRumours, tellTimeliness } from '../narrative/timeliness.js';
import { tellTrends } from '../narrative/trends.js';
import { causesTable, tellCauses } from './causes.js';
import type { BriefFacts } from './facts.js';
import { tellRisks } from './risks.js';
import { chartsOf } from './section-charts.js';
import type { BriefSection, SectionKey } from './section.js';
import type { BriefTable } from './table.js';
import { topTopics } from './topics.js';

/** Sections that tell of a period; those of a special report tell of one incident. */
export type PeriodSectionKey = Exclude<
  SectionKey,
  'summary' | 'course' | 'platforms' | 'nodes' | 'views' | 'outlook'
>;

/** One section of a brief on a period. `ahead` is what the period after it is called. */
export function sectionOf(
  key: PeriodSectionKey,
  t: Teller,
  facts: BriefFacts,
  nameOf: NameOf,
  ahead: string,
): BriefSection {
  const section = (
    zh: string,
    en: string,
    paragraphs: readonly Paragraph[],
    tables: readonly BriefTable[] = [],
  ): BriefSection => ({
    ...{ key, title: t.say(zh, en), paragraphs, tables },
    charts: chartsOf(key, t, facts, nameOf),
  });
  const top = topTopics(facts.topics);
  switch (key) {
    case 'situation':
      return section('总体态势', 'The situation', tellSituation(t, nameOf));
    case 'trends':
      return section('走势与变化', 'What changed', tellTrends(t, nameOf));
    case 'topics':
      return section(
        ...(['重点舆情', 'Main topics'] as const),
        [
          top.length === 0
            ? [t.say('本期没有重点舆情。', 'There was no main topic.')]
            : [
                t.say(
                  '依次按等级、线索数、榜单最高排名、登记先后列出。',
                  'By severity, then by mentions, by the highest rank on a list, and by when they were logged.',
                ),
              ],
        ],
        top.length === 0 ? [] : [topicsTable(t, facts, nameOf)],
      );
    case 'rumours':
      return section('谣言与澄清', 'Rumours and answers', tellRumours(t, nameOf));
    case 'timeliness':
      return section(
        ...(['处置时效', 'Timeliness'] as const),
        [...tellTimeliness(t, nameOf), ...(t.value('duty.shifts') > 0 ? tellDuty(t) : [])],
        facts.late.length === 0 ? [] : [lateTable(t, facts, nameOf)],
      );
    case 'causes':
      return section(
        ...(['成因与问题', 'Causes and problems'] as const),
        tellCauses(t, nameOf),
        t.value('logged') === 0 ? [] : [causesTable(t, nameOf)],
      );
    case 'risks':
      return section(`${ahead}风险研判`, 'Risks ahead', tellRisks(t, facts.dates, facts.risks));
    case 'advice':
      return section(
        ...(['建议与整改台账', 'Advice and remedies'] as const),
        [
          facts.remedies.length === 0
            ? [t.say('没有未办结的整改事项。', 'No remedy is open.')]
            : [
                t.say(
                  '未办结的和本期办结的整改措施，按期限列出。',
                  'Remedies that are open, or were done in the period, by when they are due.',
                ),
              ],
        ],
        facts.remedies.length === 0 ? [] : [remediesTable(t, facts)],
      );
    case 'notes':
      return section('数据说明', 'Notes on the data', notes(t, facts));
  }
}

function topicsTable(t: Teller, { topics, dayOf }: BriefFacts, nameOf: NameOf): BriefTable {
  return {
    caption: t.say('重点舆情', 'Main topics'),
    heads: [
      t.say('序号', 'No.'),
      ...[t.say('编号', 'Number'), t.say('标题', 'Title'), t.say('等级', 'Severity')],
      ...[t.say('核查结论', 'Verdict'), t.say('线索', 'Mentions'), t.say('登记', 'Logged')],
    ],
    rows: topTopics(topics).map((topic, at): Piece[] => [
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

/** 超时清单: each missed term, when it was met after all, and what people gave as a reason. */
const lateTable = (t: Teller, { late, minuteOf }: BriefFacts, nameOf: NameOf): BriefTable => ({
  caption: t.say('超时清单', 'Missed terms'),
  heads: [
    ...[t.say('编号', 'Number'), t.say('标题', 'Title'), t.say('时限', 'Term')],
    ...[t.say('超时', 'Missed'), t.say('完成', 'Done'), t.say('原因', 'Reason')],
  ],
  rows: late.map((term): Piece[] => [
    ...[term.incidentNumber, term.title, nameOf('clock', term.clock), minuteOf(term.missedAt)],
    term.doneAt === null ? t.say('未完成', 'not yet') : minuteOf(term.doneAt),
    term.reason ?? '–',
  ]),
});
