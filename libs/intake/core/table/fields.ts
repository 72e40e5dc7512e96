import type { Words } from '../words.js';

/** What a column of a file can be. There is none for who said it: such a column is not read. */
export const FIELDS = ['text', 'seenAt', 'source', 'url', 'rank', 'views', 'externalId'] as const;
export type Field = (typeof FIELDS)[number];

/** Which column holds what; an empty name says that none does. The text and the time are needed. */
export type ColumnMapping = Readonly<Partial<Record<Field, string>>>;

/** That no column is this, whatever it is called. */
const NO_COLUMN = '';

/** The columns that are read, the wording first. */
export const columnsOf = (mapping: ColumnMapping): string[] => {
  const columns = FIELDS.map((field) => mapping[field] ?? NO_COLUMN);
  return [...new Set(columns)].filter((column) => column !== NO_COLUMN);
};

export const FIELD_WORDS: Readonly<Record<Field, Words>> = {
  text: { zh: '内容', en: 'wording' },
  seenAt: { zh: '发现时间', en: 'time seen' },
  source: { zh: '来源', en: 'where it was seen' },
  url: { zh: '链接', en: 'link' },
  rank: { zh: '排名', en: 'rank' },
  views: { zh: '阅读量', en: 'views' },
  externalId: { zh: '原编号', en: 'number there' },
};

/** Names that exports of monitoring services and hotlines give their columns; the likeliest first. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: [
    ...['text', 'content', 'wording', 'message', '内容', '正文', '线索内容', '诉求内容', '文本'],
    ...['title', 'topic', 'headline', '标题', '话题', '热搜词', '线索', '说法', '摘要', '主题'],
  ],
  seenAt: [
    ...['seenat', 'observedat', 'publishedat', 'published', 'pubdate', 'createdat', 'timestamp'],
    ...['time', 'date', 'datetime', '发现时间', '采集时间', '监测时间', '发布时间', '发帖时间'],
    ...['来电时间', '受理时间', '时间', '日期'],
  ],
  source: [
    ...['source', 'platform', 'site', 'website', 'outlet', '来源', '平台', '站点', '网站', '媒体'],
    ...['来源平台', '来源网站', '渠道'],
  ],
  url: ['url', 'link', 'href', '链接', '网址', '原文链接', '原文地址', '链接地址'],
  rank: ['rank', 'position', '排名', '名次', '位次', '榜单排名'],
  views: [
    'views',
    'reads',
    'heat',
    'hot',
    '阅读量',
    '浏览量',
    '热度',
    '阅读数',
    '播放量',
    '点击量',
  ],
  externalId: ['externalid', 'id', 'guid', '编号', '工单编号', '工单号', '原编号'],
};

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/** The mapping that the names of the columns suggest, where what was said or remembered leaves something open. */
export function suggestMapping(columns: readonly string[], known: ColumnMapping): ColumnMapping {
  const taken = new Set(columnsOf(known));
  const mapping: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const given = known[field];
    if (given === NO_COLUMN) {
      mapping[field] = NO_COLUMN;
      continue;
    }
    const guess = NAMES[field].flatMap((name) =>
      columns.filter((column) => plain(column) === name && !taken.has(column)),
    )[0];
    const column = given !== undefined && columns.includes(given) ? given : guess;
    if (column === undefined) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** Why a file cannot be read with this mapping; empty when it can. */
export function mappingProblems(columns: readonly string[], mapping: ColumnMapping): Words[] {
  const missing = (['text', 'seenAt'] as const).filter(
    (field) => (mapping[field] ?? NO_COLUMN) === NO_COLUMN,
  );
  const list = columns.slice(0, 20).join(', ');
  return missing.map((field) => ({
    zh: `没有认出“${FIELD_WORDS[field].zh}”是哪一列，请指定。文件中的列：${list}`,
    en: `No column was recognised as the ${FIELD_WORDS[field].en}; say which one it is. The file has: ${list}`,
  }));
}
