import { instantOf, wallTime, type WallTime } from '../../time/zone';

export interface Pasted {
  readonly url: string;
  readonly source: string;
  /** Epoch ms; null when the text names no time. */
  readonly seenAt: number | null;
  readonly text: string;
  readonly claim: string;
}

/** Up to white space, or to Chinese punctuation and text, which share links are often glued to. */
const URL_PATTERN = /https?:\/\/[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"'<>]+/i;

/** Hosts that people paste from, by suffix. The names are those that reports use. */
const SOURCES: readonly (readonly [host: string, name: string])[] = [
  ['mp.weixin.qq.com', '微信公众号'],
  ['weibo.com', '微博'],
  ['weibo.cn', '微博'],
  ['t.cn', '微博'],
  ['douyin.com', '抖音'],
  ['iesdouyin.com', '抖音'],
  ['kuaishou.com', '快手'],
  ['xiaohongshu.com', '小红书'],
  ['xhslink.com', '小红书'],
  ['zhihu.com', '知乎'],
  ['bilibili.com', '哔哩哔哩'],
  ['b23.tv', '哔哩哔哩'],
  ['tieba.baidu.com', '百度贴吧'],
  ['toutiao.com', '今日头条'],
  ['liuyan.people.com.cn', '领导留言板'],
  ['douban.com', '豆瓣'],
];

export function sourceOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(www|m)\./, '') : '';
  const known = SOURCES.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`));
  return known?.[1] ?? host;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const CLOCK = String.raw`(\d{1,2})[:：](\d{2})`;
const FULL = new RegExp(
  String.raw`(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?[T\s]*${CLOCK}`,
);
const THIS_YEAR = new RegExp(String.raw`(?<!\d)(\d{1,2})\s*[-/月]\s*(\d{1,2})日?\s*${CLOCK}`);
const NEAR = new RegExp(String.raw`(今天|昨天|前天)\s*${CLOCK}`);
const AGO = /(\d{1,3})\s*(分钟|小时)前/;
/** Only on a line of its own: "14:05" inside a sentence is rather what is talked about. */
const BARE = new RegExp(String.raw`^\s*${CLOCK}\s*$`, 'm');
const DAYS_BACK: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2 };

function isWallTime({ month, day, hour, minute }: WallTime): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60;
}

function numbers(match: RegExpExecArray, from = 1): number[] {
  return match.slice(from).map(Number);
}

function toInstant(year = 0, month = 0, day = 0, hour = 0, minute = 0): number | null {
  const wall = { year, month, day, hour, minute };
  return isWallTime(wall) ? instantOf(wall) : null;
}

function namedTime(text: string, now: number): number | null {
  const ago = AGO.exec(text);
  if (ago) return now - Number(ago[1]) * (ago[2] === '小时' ? HOUR : MINUTE);
  const full = FULL.exec(text);
  if (full) return toInstant(...numbers(full));
  const today = wallTime(now);
  const dated = THIS_YEAR.exec(text);
  if (dated) return toInstant(today.year, ...numbers(dated));
  const near = NEAR.exec(text);
  if (near) {
    const { year, month, day } = wallTime(now - (DAYS_BACK[near[1] ?? ''] ?? 0) * 24 * HOUR);
    return toInstant(year, month, day, ...numbers(near, 2));
  }
  const bare = BARE.exec(text);
  return bare ? toInstant(today.year, today.month, today.day, ...numbers(bare)) : null;
}

/** The time that the text names. One that lies ahead is of last year or of yesterday, or no time of sighting. */
export function timeIn(text: string, now: number): number | null {
  const named = namedTime(text, now);
  return named !== null && named <= now ? named : null;
}

/** What share buttons and page furniture add, line by line; "来自 …" tells a device, which is nobody's business. */
const FURNITURE = [
  /^(转发|评论|点赞|赞|收藏|分享|举报|关注|展开|收起全文|置顶)([\s\d·|]|转发|评论|点赞|赞|收藏|分享)*$/,
  /^来自\s*\S.*$/,
  /^(复制打开|复制此链接|打开(抖音|快手|小红书)|点击链接).*$/,
  /^(刚刚|\d{1,3}\s*(分钟|小时)前|(今天|昨天|前天)?\s*\d{1,2}[:：]\d{2})$/,
  /^(20\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(\s+\d{1,2}[:：]\d{2})?(\s+来自\s*\S.*)?$/,
];

function wordingOf(text: string): string {
  return text
    .replace(new RegExp(URL_PATTERN, 'gi'), ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !FURNITURE.some((pattern) => pattern.test(line)))
    .join('\n');
}

/** One sentence is enough to know a claim again. */
const LONGEST_CLAIM = 60;

export function claimIn(wording: string): string {
  const plain = wording.replace(/#([^#\n]+)#\s*/g, '$1 ').trim();
  const sentence = plain.split(/[。！？!?\n]/)[0]?.trim() ?? '';
  return sentence.length > LONGEST_CLAIM ? `${sentence.slice(0, LONGEST_CLAIM - 1)}…` : sentence;
}

/** Reads what was pasted anywhere into the quick log: link, source, time and wording. */
export function readPaste(pasted: string, now: number): Pasted {
  const url = URL_PATTERN.exec(pasted)?.[0].replace(/[.,;:!?)\]}]+$/, '') ?? '';
  const text = wordingOf(pasted);
  return { url, source: sourceOf(url), seenAt: timeIn(pasted, now), text, claim: claimIn(text) };
}

/** A link or several lines are a sighting; a few words are just words for the field at hand. */
export function isSighting(pasted: string): boolean {
  return URL_PATTERN.test(pasted) || pasted.trim().includes('\n');
}
