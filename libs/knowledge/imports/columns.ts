/** What a column of a file of answers can be. */
export const COLUMNS = [
  ...(['claim', 'verdict', 'answer', 'evidence', 'evidenceUrl', 'publishedAt'] as const),
  ...(['url', 'issuedBy', 'place', 'title'] as const),
];
export type Column = (typeof COLUMNS)[number];

/** Without these a row is no answer. What was found may be said by a link alone. */
export const NEEDED: readonly Column[] = [
  'claim',
  'verdict',
  'answer',
  'evidenceUrl',
  'publishedAt',
];

export const COLUMN_WORDS: Readonly<Record<Column, { readonly zh: string; readonly en: string }>> =
  {
    claim: { zh: '说法', en: 'claim' },
    verdict: { zh: '核查结论', en: 'verdict' },
    answer: { zh: '答复', en: 'answer' },
    evidence: { zh: '依据', en: 'evidence' },
    evidenceUrl: { zh: '依据链接', en: 'evidence link' },
    publishedAt: { zh: '发布时间', en: 'published at' },
    url: { zh: '发布链接', en: 'link' },
    issuedBy: { zh: '发布单位', en: 'issued by' },
    place: { zh: '地点', en: 'place' },
    title: { zh: '标题', en: 'title' },
  };

const NAMES: Readonly<Record<Column, readonly string[]>> = {
  claim: ['claim', 'rumour', 'rumor', '说法', '谣言', '传言', '网传内容', '谣言内容'],
  verdict: ['verdict', 'finding', 'rating', '核查结论', '结论', '性质', '鉴定结果'],
  answer: [
    'answer',
    'truth',
    'text',
    '答复',
    '真相',
    '回应',
    '澄清',
    '澄清内容',
    '辟谣内容',
    '内容',
  ],
  evidence: ['evidence', '依据', '证据', '依据说明'],
  evidenceUrl: ['evidenceurl', 'evidencelink', '依据链接', '证据链接', '来源链接'],
  publishedAt: ['publishedat', 'published', 'date', '发布时间', '发布日期', '时间', '日期'],
  url: ['url', 'link', '发布链接', '链接', '网址', '原文链接'],
  issuedBy: ['issuedby', 'publisher', 'source', '发布单位', '单位', '来源', '辟谣单位'],
  place: ['place', 'location', '地点', '地区'],
  title: ['title', 'headline', '标题'],
};

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/** Which column holds what, by their names. Where only one is called evidence, its links are looked for in it. */
export function columnsOf(columns: readonly string[]): Partial<Record<Column, string>> {
  const found: Partial<Record<Column, string>> = {};
  for (const column of COLUMNS) {
    const name = columns.find((one) => NAMES[column].includes(plain(one)));
    if (name !== undefined) found[column] = name;
  }
  if (found.evidenceUrl === undefined && found.evidence !== undefined)
    found.evidenceUrl = found.evidence;
  return found;
}
