import type { Locale } from '#identity';
import type { OutgoingMessage } from '../channels/channel.js';
import { gravest } from '../core/severity.js';
import type { Severity } from '../core/severity.js';
import { isTopic, ruleOf } from '../core/topics.js';
import type { TopicKind } from '../core/topics.js';
import { linkOf } from './link.js';
import { SEVERITY_WORDS } from './severity-words.js';
import type { Told } from './told.js';
import { KIND_WORDS, SENTENCES, shortTime } from './topic-words.js';

/** For whom, where and how a message is written. */
export interface Style {
  readonly locale: Locale;
  readonly timeZone: string;
  /** Where people reach the application: `https://mb.example`. */
  readonly address: string;
}

/** One matter as it leaves the house: its number, its title, which clock, and when. Nothing else of it. */
export function messageOf(
  told: Told,
  severity: Severity,
  ackLink: string | null,
  style: Style,
): OutgoingMessage {
  const { locale, timeZone, address } = style;
  const sentence = isTopic(told.topic) ? SENTENCES[told.topic](told, timeZone)[locale] : '';
  return {
    locale,
    title: nameOf(told, locale),
    text: `${sentence} ${shortTime(told.at, timeZone)}`.trim(),
    link: linkOf(told, address),
    ackLink,
    severity: SEVERITY_WORDS[severity]?.[locale] ?? null,
  };
}

/** Many matters in one message: how many of what, and each with its link, the gravest first. */
export function bundleOf(
  matters: readonly { readonly told: Told; readonly severity: Severity }[],
  style: Style,
): OutgoingMessage {
  const { locale, address } = style;
  const count = matters.length;
  const highest = gravest(matters.map(({ severity }) => severity));
  const sorted = [...matters].sort((a, b) => rank(a.severity) - rank(b.severity));
  return {
    locale,
    title: locale === 'zh' ? `${count} 件事项需要您处理` : `${count} matters need you`,
    text: countsOf(
      matters.map(({ told }) => told),
      locale,
    ),
    link: address,
    ackLink: null,
    severity: SEVERITY_WORDS[highest]?.[locale] ?? null,
    items: sorted.map(({ told, severity }) => ({
      title: itemTitle(told, severity, locale),
      link: linkOf(told, address),
    })),
  };
}

/** What somebody gets who tries a contact. */
export function testMessage({ locale, address }: Style): OutgoingMessage {
  return {
    locale,
    title: locale === 'zh' ? '明辨：测试消息' : 'Mingbian: a test',
    text:
      locale === 'zh'
        ? '收到这条消息，说明这个联系方式可用。'
        : 'If you read this, you can be reached here.',
    link: address,
    ackLink: null,
    severity: null,
  };
}

const rank = (severity: Severity): number => ['I', 'II', 'III', 'IV', 'unrated'].indexOf(severity);

function nameOf({ subject, subjectType }: Told, locale: Locale): string {
  if (subject !== null) return `${subject.number} ${subject.title}`;
  return subjectType === 'engine' && locale === 'zh' ? '明辨 运行状态' : 'Mingbian';
}

function itemTitle(told: Told, severity: Severity, locale: Locale): string {
  const words = SEVERITY_WORDS[severity]?.[locale];
  return words === undefined ? nameOf(told, locale) : `${words} · ${nameOf(told, locale)}`;
}

function countsOf(told: readonly Told[], locale: Locale): string {
  const kinds = told.flatMap(({ topic }) => (isTopic(topic) ? [ruleOf(topic).kind] : []));
  const counts = new Map<TopicKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${KIND_WORDS[kind][locale]} ${count}`).join(' · ');
}
