import type { Words } from '../core/index.js';
import type { AddressRefusal } from './address.js';

export type FeedProblemCode =
  | AddressRefusal
  | 'not-found'
  | 'unreachable'
  | 'certificate'
  | 'too-slow'
  | 'too-large'
  | 'too-many-elements'
  | 'redirects'
  | 'redirect.nowhere'
  | 'status'
  | 'gone'
  | 'busy'
  | 'coding'
  | 'encoding'
  | 'empty'
  | 'page'
  | 'entities'
  | 'broken'
  | 'format'
  | 'unexpected';

/** Why a feed could not be read, in words for whoever looks at the source. */
export interface FeedProblem extends Words {
  readonly code: FeedProblemCode;
  /** Epoch milliseconds before which the other side does not want to be asked again. */
  readonly notBefore?: number;
}

const WORDS: Readonly<Record<FeedProblemCode, Words>> = {
  'address.invalid': { zh: '不是有效的网址', en: 'This is no valid address' },
  'address.scheme': {
    zh: '网址应以 http:// 或 https:// 开头',
    en: 'The address must begin with http:// or https://',
  },
  'address.credentials': {
    zh: '网址里不能带用户名或密码',
    en: 'The address must not hold a user name or a password',
  },
  'address.port': {
    zh: '网址的端口不是网页服务的端口',
    en: 'The port of the address is none of a web server',
  },
  'address.private': {
    zh: '网址指向内部网络，出于安全不予读取',
    en: 'The address leads into an inner network, and is not read for safety',
  },
  'not-found': { zh: '找不到这个网站，请核对域名', en: 'There is no such site; check its name' },
  unreachable: { zh: '连接不上对方网站', en: 'The site could not be reached' },
  certificate: {
    zh: '对方网站的证书无效，未读取',
    en: 'The certificate of the site is not valid, so nothing was read',
  },
  'too-slow': {
    zh: '对方网站太慢，未在时限内发完',
    en: 'The site was too slow and did not finish in time',
  },
  'too-large': {
    zh: '内容过大或没有尽头，未读取',
    en: 'The answer is too large or never ends, so it was not read',
  },
  'too-many-elements': {
    zh: '内容的元素过多，不像订阅源',
    en: 'The answer has too many elements for a feed',
  },
  redirects: { zh: '跳转次数过多', en: 'There are too many redirects' },
  'redirect.nowhere': { zh: '对方要求跳转，但没有说明去处', en: 'A redirect leads nowhere' },
  status: { zh: '对方网站返回错误', en: 'The site answered with an error' },
  gone: {
    zh: '这个地址没有内容（404 或 410），请核对',
    en: 'Nothing is at this address; check it',
  },
  busy: {
    zh: '对方网站要求稍后再来，已按要求推迟',
    en: 'The site asks us to come later, and so we shall',
  },
  coding: {
    zh: '内容的压缩方式读不了或已损坏',
    en: 'The answer is compressed in a way that cannot be read, or is damaged',
  },
  encoding: { zh: '认不出文字编码', en: 'The encoding of the text is not known' },
  empty: { zh: '内容是空的', en: 'The answer is empty' },
  page: {
    zh: '这是网页，不是订阅源；请填写 RSS、Atom 或 JSON Feed 的地址',
    en: 'This is a web page and no feed; enter the address of its RSS, Atom or JSON Feed',
  },
  entities: {
    zh: '内容含有自定义实体，出于安全不予读取',
    en: 'The answer defines entities of its own, and is not read for safety',
  },
  broken: { zh: '内容不完整或格式有误', en: 'The feed is cut off or malformed' },
  format: {
    zh: '内容不是 RSS、Atom 或 JSON Feed',
    en: 'The answer is no RSS, Atom or JSON Feed',
  },
  unexpected: {
    zh: '读取时出错，已记入日志',
    en: 'Reading failed, and the log says why',
  },
};

export function feedProblem(
  code: FeedProblemCode,
  more: { readonly detail?: string; readonly notBefore?: number } = {},
): FeedProblem {
  const { zh, en } = WORDS[code];
  const said = more.detail === undefined ? ['', ''] : [`（${more.detail}）`, ` (${more.detail})`];
  return {
    ...{ code, zh: `${zh}${said[0] ?? ''}`, en: `${en}${said[1] ?? ''}` },
    ...(more.notBefore !== undefined && { notBefore: more.notBefore }),
  };
}

/** Thrown within this folder, and caught at its door. */
export class FeedRefused extends Error {
  constructor(readonly problem: FeedProblem) {
    super(problem.en);
  }
}

export const refuseFeed = (...given: Parameters<typeof feedProblem>): never => {
  throw new FeedRefused(feedProblem(...given));
};
