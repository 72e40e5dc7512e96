import { courseChart } from '../charts/course.js';
import type { BriefChart } from '../charts/chart.js';
import type { Paragraph } from '../narrative/piece.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import type { BriefFacts } from './facts.js';
import type { BriefSection, SectionKey } from './section.js';
import { sectionOf } from './sections.js';
import type { SpecialFacts } from './special-facts.js';
import type { BriefTable } from './table.js';

/** So long a summary may be, in characters. */
export const SUMMARY_LENGTH = 200;
const DAY_MS = 24 * 3_600_000;

/** 专报: one incident, from its core risk in one line to what is still to be done. */
export function specialOutline(
  t: Teller,
  special: SpecialFacts,
  facts: BriefFacts,
  nameOf: NameOf,
): BriefSection[] {
  const section = (
    key: SectionKey,
    zh: string,
    en: string,
    paragraphs: readonly string[],
    tables: readonly BriefTable[] = [],
    charts: readonly BriefChart[] = [],
  ): BriefSection => ({
    ...{ key, title: t.say(zh, en), tables, charts },
    paragraphs: paragraphs.map((text): Paragraph => [text]),
  });
  return [
    section('summary', '摘要', 'Summary', summaryOf(t, special, nameOf)),
    section(
      ...(['course', '传播走势', 'How it spread'] as const),
      [tellCourse(t, special)],
      [],
      special.days.length === 0 ? [] : [courseChart(t, special.days)],
    ),
    section(
      ...(['platforms', '传播平台', 'Where it was seen'] as const),
      special.sources.length === 0 ? [t.say('没有线索记录。', 'No mention is on record.')] : [],
      special.sources.length === 0 ? [] : [tallyTable(t, special.sources)],
    ),
    section('nodes', '关键节点', 'What happened', [], [nodesTable(t, special, facts)]),
    section(
      ...(['views', '各方观点', 'What is being said'] as const),
      tellViews(t, special, facts),
      special.claims.length === 0 ? [] : [claimsTable(t, special, nameOf)],
    ),
    sectionOf('timeliness', t, facts, nameOf, ''),
    section('outlook', '趋势研判', 'Outlook', tellOutlook(t, special)),
    sectionOf('advice', t, facts, nameOf, ''),
    sectionOf('notes', t, facts, nameOf, ''),
  ];
}

/** The core risk in one line, then the claim and what was found; the claim gives way where it would be too long. */
export function summaryOf(t: Teller, special: SpecialFacts, nameOf: NameOf): string[] {
  const { severity, category, place, risk, verdict } = special;
  const level =
    risk === null
      ? t.say('尚未研判', 'not judged yet')
      : t.say(
          `可能性 ${String(risk.likelihood)}、后果 ${String(risk.consequence)}`,
          `likelihood ${String(risk.likelihood)}, consequence ${String(risk.consequence)}`,
        );
  const where = place === null ? '' : t.say(place, ` at ${place}`);
  const core = t.say(
    `核心风险：${where}${nameOf('category', category)}舆情，${nameOf('severity', severity)}，${level}。`,
    `Core risk: ${nameOf('category', category)}${where}, severity ${nameOf('severity', severity)}, ${level}.`,
  );
  const found = t.say(
    `核查结论：${nameOf('verdict', verdict)}。`,
    `Verdict: ${nameOf('verdict', verdict)}.`,
  );
  const [open, close] = [t.say('网传“', 'Claim: “'), t.say('”。', '”. ')];
  const room = SUMMARY_LENGTH - core.length - found.length - open.length - close.length;
  return [
    core.slice(0, SUMMARY_LENGTH),
    `${open}${shortened(special.claim, room)}${close}${found}`,
  ];
}

const shortened = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`;

function tellCourse(t: Teller, { course, peakRank }: SpecialFacts): string {
  if (course === null) return t.say('没有线索记录。', 'No mention is on record.');
  const { first, last, peak } = course;
  const list =
    peakRank === null
      ? ''
      : t.say(`，榜单最高第 ${String(peakRank)} 位`, `; highest on a list: ${String(peakRank)}`);
  const total = String(course.total);
  return t.say(
    `${first} 首次发现，至 ${last} 共有线索 ${total} 条；${peak.name} 最多，${String(peak.count)} 条${list}。`,
    `First seen on ${first}; mentions until ${last}: ${total}; most on ${peak.name}: ${String(peak.count)}${list}.`,
  );
}

const tallyTable = (
  t: Teller,
  sources: readonly { name: string; count: number }[],
): BriefTable => ({
  caption: t.say('线索来源', 'Mentions by source'),
  heads: [t.say('平台', 'Source'), t.say('线索', 'Mentions')],
  rows: sources.map(({ name, count }) => [name, String(count)]),
});

const nodesTable = (t: Teller, { nodes }: SpecialFacts, { minuteOf }: BriefFacts): BriefTable => ({
  caption: t.say('关键节点', 'What happened'),
  heads: [t.say('时间', 'Time'), t.say('节点', 'Event')],
  rows: nodes.map(({ at, what }) => [minuteOf(at), what]),
});

/** Our answers in words; what is claimed stands in the table. The wordings themselves are where retention reaches them. */
const tellViews = (t: Teller, { answers }: SpecialFacts, { minuteOf }: BriefFacts): string[] => [
  ...(answers.length === 0
    ? [t.say('尚未公开回应。', 'Nothing has been answered in public yet.')]
    : answers.map(({ at, title }) =>
        t.say(`${minuteOf(at)} 公开回应：${title}。`, `Answered on ${minuteOf(at)}: ${title}.`),
      )),
  t.say(
    '线索原文在留存期内见事件页，本报告不留存。',
    'The wordings of mentions are on the page of the incident for as long as they are kept; this report keeps none.',
  ),
];

const claimsTable = (t: Teller, { claims }: SpecialFacts, nameOf: NameOf): BriefTable => ({
  caption: t.say('主要说法（含批评和诉求）', 'What is claimed, critics and complaints included'),
  heads: [
    ...[t.say('说法', 'Claim'), t.say('类型', 'Kind')],
    ...[t.say('事件', 'Incident'), t.say('线索', 'Mentions')],
  ],
  rows: claims.map(({ name, kind, number, count }) => [
    ...[name, nameOf('kind', kind), number, String(count)],
  ]),
});

/** By rules: whether it goes on, and whether it has been answered. */
function tellOutlook(t: Teller, special: SpecialFacts): string[] {
  const { lastSeenAt, isClosed, answers, until } = special;
  if (lastSeenAt === null) return [t.say('没有线索可供研判。', 'There is no mention to go by.')];
  const quiet = Math.floor((until - lastSeenAt) / DAY_MS);
  const spread =
    quiet < 1
      ? t.say(
          '最近一日内仍有新线索，舆情仍在发展。',
          'It was still being mentioned on the last day: it goes on.',
        )
      : t.say(
          `已有 ${String(quiet)} 天没有新线索，热度回落。`,
          `Nothing new for ${String(quiet)} ${quiet === 1 ? 'day' : 'days'}: it is calming down.`,
        );
  const next = isClosed
    ? t.say('事件已结，仍须防止同一说法再次出现。', 'It is closed; the claim may come up again.')
    : answers.length === 0
      ? t.say(
          '事件未结、尚未公开回应，再次升温的可能较大。',
          'It is open and unanswered, so it may well rise again.',
        )
      : t.say(
          '事件未结，已公开回应，须跟踪回应后的反应。',
          'It is open and answered; watch the response.',
        );
  return [spread, next];
}
