import { TO_VERIFY, isOpen } from './fields.js';
import type { ReportFields, ReportType } from './fields.js';
import type { IncidentRecord } from './incident-record.js';
import { measuresOf } from './measures.js';
import { trendOf } from './trend.js';
import {
  KIND_WORDS,
  SEVERITY_WORDS,
  VERDICT_WORDS,
  amount,
  fullMoment,
  sentence,
  shortMoment,
} from './words.js';

interface Context {
  readonly now: number;
  /** The organisation's. */
  readonly zone: string;
  /** The fields of the report that went up before this one; null for the first. */
  readonly before: ReportFields | null;
}

/** What only people on the spot know: the record never says it, so a follow-up repeats what the last report said. */
const ONLY_PEOPLE_KNOW = ['harm', 'leaders'] as const;

/**
 * The fields of a report as the record alone can fill them. Nothing is supposed: what the record does not say is
 * marked 待核, and somebody who knows fills it in.
 */
export function draftFields(record: IncidentRecord, { now, zone, before }: Context): ReportFields {
  const drafted: ReportFields = {
    receivedAt: sentence(fullMoment(record.detectedAt, zone)),
    source: sourceOf(record),
    timeAndPlace: timeAndPlaceOf(record, zone),
    nature: natureOf(record),
    scope: scopeOf(record, now, zone),
    harm: sentence(TO_VERIFY),
    trend: trendOf(record.mentions, now, zone),
    measures: measuresOf(record, zone),
    leaders: sentence(TO_VERIFY),
  };
  const carried = ONLY_PEOPLE_KNOW.flatMap((field) => {
    const told = before?.[field] ?? '';
    return isOpen(told) ? [] : [[field, told] as const];
  });
  return { ...drafted, ...Object.fromEntries(carried) };
}

/** 关于…的初报, 关于…的续报（2）, 关于…的终报. */
export function titleOf(incident: string, type: ReportType, number: number | null): string {
  const name = incident.trim().replace(/[。；，、]+$/u, '');
  switch (type) {
    case 'initial':
      return `关于${name}的初报`;
    case 'follow-up':
      return `关于${name}的续报（${String(number ?? 1)}）`;
    case 'final':
      return `关于${name}的终报`;
  }
}

function sourceOf({ mentions: { sources, sourceCount } }: IncidentRecord): string {
  if (sourceCount === 0) return sentence(TO_VERIFY);
  const named = sources.join('、');
  return sentence(sourceCount > sources.length ? `${named}等${sourceCount}个监测源` : named);
}

function timeAndPlaceOf({ occurredAt, place }: IncidentRecord, zone: string): string {
  const time = occurredAt === null ? `发生时间${TO_VERIFY}` : fullMoment(occurredAt, zone);
  const where = place === null || place.trim() === '' ? `地点${TO_VERIFY}` : place.trim();
  return sentence(`${time}，${where}`);
}

function natureOf({ kind, category, severity, claim, verdict }: IncidentRecord): string {
  const grade = SEVERITY_WORDS[severity];
  return [
    `${KIND_WORDS[kind] ?? kind}，涉及${category}，${grade === undefined ? `等级${TO_VERIFY}` : `初定等级为${grade}`}`,
    `网络反映：${claim}`,
    VERDICT_WORDS[verdict] ?? `真实性${TO_VERIFY}`,
  ]
    .map(sentence)
    .join('');
}

function scopeOf({ mentions }: IncidentRecord, now: number, zone: string): string {
  const { count, sourceCount, peakViews, peakRank } = mentions;
  const until = `截至${shortMoment(now, zone)}`;
  if (count === 0) return sentence(`${until}，监测线索${TO_VERIFY}`);
  const figures = [
    `${until}，共监测到相关信息${count}条，涉及监测源${sourceCount}个`,
    ...(peakViews === null || peakViews === 0 ? [] : [`单条最高浏览量${amount(peakViews)}`]),
    ...(peakRank === null ? [] : [`热搜最高第${peakRank}位`]),
  ];
  return sentence(figures.join('，'));
}
