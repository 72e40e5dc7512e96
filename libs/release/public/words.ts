import type { Finding } from '#knowledge';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As HTML and HTTP name them. */
export const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Everything that the pages say by themselves; all else is the clarification. */
const zh = {
  title: '澄清与回应',
  lead: '对公众关心的说法，我们核实后在这里公开回应。每一条写明结论、依据和日期；有更正或撤回的，一并保留。',
  claim: '说法',
  verdict: '核查结论',
  answer: '回应',
  evidence: '依据',
  file: '文件',
  links: '发布在',
  corrections: '更正记录',
  correctedOn: '更正于',
  before: '更正前的回应',
  reason: '原因',
  withdrawn: '已撤回',
  withdrawnOn: '撤回于',
  withdrawnLead: '这条回应已撤回，保留在此供查阅，不再作为结论。',
  corrected: '有更正',
  published: '发布于',
  updated: '更新于',
  issuedBy: '发布单位',
  all: '全部澄清',
  earlier: '更早的',
  newest: '最新的',
  feed: 'RSS 订阅',
  none: '还没有发布澄清',
  noneLead: '这里将公开经过核实和联审的回应。',
  missing: '没有这条澄清',
  missingLead: '链接可能有误，或者它从未发布。',
  gone: '这条澄清已不再公开',
  goneLead: '它曾经发布，现已撤下。',
  wrong: '这个地址看不懂',
  wrongLead: '请从“全部澄清”重新开始。',
  failed: '暂时无法显示',
  failedLead: '请稍后再试。',
  skip: '跳到正文',
  other: 'English',
  languages: '语言',
  pages: '翻页',
  foot: '回应由发布单位负责，经两人以上审核后公开。依据和日期随文列出。',
} as const;

type PageWords = Readonly<Record<keyof typeof zh, string>>;

const en: PageWords = {
  title: 'Clarifications',
  lead: 'Claims that concern the public are checked and answered here in the open. Each answer gives its finding, its evidence and its date; corrections and withdrawals stay visible.',
  claim: 'Claim',
  verdict: 'Finding',
  answer: 'Answer',
  evidence: 'Evidence',
  file: 'File',
  links: 'Published at',
  corrections: 'Corrections',
  correctedOn: 'Corrected',
  before: 'The answer before',
  reason: 'Reason',
  withdrawn: 'Withdrawn',
  withdrawnOn: 'Withdrawn',
  withdrawnLead: 'This answer was withdrawn. It stays here to be read, and is no longer a finding.',
  corrected: 'Corrected',
  published: 'Published',
  updated: 'Updated',
  issuedBy: 'Issued by',
  all: 'All clarifications',
  earlier: 'Earlier',
  newest: 'Newest',
  feed: 'RSS feed',
  none: 'Nothing has been published yet',
  noneLead: 'Answers that were checked and reviewed will be public here.',
  missing: 'There is no such clarification',
  missingLead: 'The link may be wrong, or it was never published.',
  gone: 'This clarification is no longer public',
  goneLead: 'It was published once, and has been taken down.',
  wrong: 'This address makes no sense',
  wrongLead: 'Please begin again with all clarifications.',
  failed: 'It cannot be shown at the moment',
  failedLead: 'Please try again later.',
  skip: 'Skip to content',
  other: '中文',
  languages: 'Language',
  pages: 'Pages',
  foot: 'The issuing body answers for what is said here. Every answer was reviewed by at least two people, and gives its evidence and date.',
};

export const WORDS: Readonly<Record<Language, PageWords>> = { zh, en };

/** The verdict in words; the mark tells them apart without colour. */
export const FINDING_WORDS: Readonly<
  Record<Finding, { readonly zh: string; readonly en: string; readonly mark: string }>
> = {
  true: { zh: '属实', en: 'True', mark: '✓' },
  'partly-true': { zh: '部分属实', en: 'Partly true', mark: '◐' },
  false: { zh: '不实', en: 'False', mark: '✕' },
  unverifiable: { zh: '无法核实', en: 'Could not be verified', mark: '？' },
};
