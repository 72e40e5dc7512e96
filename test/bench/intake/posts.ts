import { ClaimMaker } from '../match/made-up-claims.js';
import type { MadeUpClaim } from '../match/made-up-claims.js';

/** What people complain about, so that texts look like those that come in. */
const PLACES = ['清源', '城东', '河口', '临江', '北岭', '石桥', '南湾', '东湖'];
const THINGS = [
  '水厂停水',
  '公交改线',
  '路面塌陷',
  '学校食堂',
  '垃圾站异味',
  '电梯停运',
  '燃气涨价',
];
const TAILS = ['要多久才能恢复', '有人管吗', '已经第三次了', '官方还没有回应', '现场排起了长队'];
const CALLS = [
  '',
  '',
  '',
  '，联系我13800138000',
  '，反映问题请打12345',
  '，邮箱zhang@mail.example',
];

export interface Post {
  readonly source: string;
  readonly text: string;
  readonly url: string;
  readonly externalId: null;
  readonly seenAt: number;
  readonly rank: number | null;
  readonly views: number | null;
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Made-up posts: one in four is a wording that was there before, some hold what has to be taken out. */
export function somePosts(count: number, now: number): Post[] {
  return Array.from({ length: count }, (_, n) => {
    const wording = n % 4 === 3 ? n - 3 : n;
    const text =
      `${pick(PLACES, wording)}${pick(THINGS, wording >> 3)}第${String(wording)}次，` +
      `${pick(TAILS, wording >> 2)}${pick(CALLS, wording)}`;
    return {
      ...{ source: '清源论坛', text, externalId: null },
      url: `https://forum.example/thread/${String(wording)}?from=list&page=${String(n % 9)}`,
      seenAt: now - n * 1_000,
      rank: n % 3 === 0 ? (n % 50) + 1 : null,
      views: n % 2 === 0 ? n * 7 : null,
    };
  });
}

/** Made-up posts, one in two about something that is known; one in four is a wording that was there before. */
export function postsAbout(known: readonly MadeUpClaim[], count: number, now: number): Post[] {
  const maker = new ClaimMaker(now % 1_000_000);
  let before = '';
  return Array.from({ length: count }, (_, n) => {
    const claim = n % 2 === 0 ? pick(known, n * 7_919) : maker.claim();
    const text = n % 4 === 3 ? before : maker.repeat(claim, n % 5);
    before = text;
    return {
      ...{ source: '河口论坛', text, externalId: null, rank: null, views: n },
      url: `https://forum.example/topic/${String(n)}`,
      seenAt: now - n * 1_000,
    };
  });
}
