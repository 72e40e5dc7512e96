import type { Detector, Judge } from '../finding.js';
import { spansOf } from '../finding.js';

const COLON = '[：:=是为]';
const WECHAT = '微信|薇信|威信|徽信|v信|weixin|wechat|vx|wx|加v|加薇|加微|\\+微';
const OTHERS =
  '抖音|快手|小红书|陌陌|支付宝|钉钉|telegram|whatsapp|微博|电报|飞机|tg|line|skype|b站|哔哩哔哩';
/** Latin keywords must stand alone: `boxvx` announces nothing. */
const ALONE = '(?<![A-Za-z\\d])';

/** WeChat ids: 6–20 characters, a letter first; accounts are also reached by QQ or telephone number. */
const WECHAT_ID = '[A-Za-z][\\w-]{5,19}|\\d{5,11}';
/** Announced by a colon or by `号`, anything of the right form is an account. */
const ANNOUNCED = [
  `${ALONE}(?:${WECHAT}|v)(?: ?(?:号码?|id)? ?${COLON}{1,2} ?| ?(?:号码?|id) ?)@?(?<what>${WECHAT_ID})(?![\\w-])`,
  `${ALONE}(?:${OTHERS})(?:(?:账?号|帐号|id|昵称)? ?${COLON}{1,2} ?|(?:账?号|帐号|id) ?)@?(?<what>[\\w.-]{4,30})`,
];
/** Without it, only what holds a digit or an underscore: `微信 Windows 版` names no one, `WeChat Image_1.jpg` a file. */
const UNANNOUNCED = `${ALONE}(?:${WECHAT}) ?(?<what>(?=[A-Za-z]*[\\d_-])[A-Za-z][\\w-]{5,19})(?![\\w-]|\\.\\w)`;
const QQ = `${ALONE}(?:qq|扣扣|企鹅|q)(?:交流|业主|家长)?(?:群主|管理员|群号|群|号码|号)? ?${COLON}{0,2} ?(?<what>[1-9]\\d{4,10})(?![\\d元.])`;
const GROUP = `群号?码? ?${COLON}{1,2} ?(?<what>[1-9]\\d{4,10})(?![\\d元.])`;
/** WeChat's own internal form, which shows in exports. */
const WXID = `${ALONE}(?<what>wxid_[a-z\\d]{6,24})`;

/** `微信：20260101 日` is the rest of a date. */
const isNoYear: Judge = (what, match, span) =>
  /^\d+$/.test(what) && /^ ?[年月日元%]/.test(match.input.slice(span.end, span.end + 2))
    ? null
    : span;

export const accounts: readonly Detector[] = [WXID, ...ANNOUNCED, UNANNOUNCED, QQ, GROUP].map(
  (source): Detector => {
    const pattern = new RegExp(source, 'i');
    return {
      kind: 'account',
      inUrls: false,
      find: (text) => spansOf(pattern, text, isNoYear),
    };
  },
);
