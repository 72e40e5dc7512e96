/**
 * Words for what this product has no disposal for: deleting what people say, blocking them, tracing them, or speaking
 * without a name (boundaries.md, rules 3 and 4). A list of words stops slips and habits, not ill will; the closed list
 * of kinds of action is the wall.
 */
const SOMEBODY =
  '(?:发帖人|发布人|发布者|网民|网友|作者|博主|账号|帐号|爆料人|投诉人|举报人|当事人身份)';
const BEYOND: readonly RegExp[] = [
  /删帖|删评|删稿|删除(?:原帖|帖文|帖子|评论|视频|跟帖|相关帖)/,
  /封号|封禁|封堵|禁言|禁评|关评|限流|降热|撤热搜/,
  /控评|刷评|水军|网评员|跟帖引导|引导员/,
  /屏蔽(?:账号|帐号|网民|关键词|评论|信息)/,
  /人肉/,
  new RegExp(`(?:追查|查找|排查|锁定|溯源|约谈|训诫|查明)[^，。；、]{0,6}${SOMEBODY}`),
  new RegExp(`${SOMEBODY}(?:溯源|身份)`),
  /\b(?:delete|remove|take down) (?:the |those |all )?(?:posts?|comments?|videos?)\b/i,
  /\b(?:block|ban|suspend|trace|track down|identify|discipline) (?:the |those |all )?(?:accounts?|posters?|authors?|users?|bloggers?|commenters?|complainants?)\b/i,
];

/** The words in a text that no plan may contain; null when it keeps within bounds. */
export function beyondBounds(text: string): string | null {
  for (const words of BEYOND) {
    const found = words.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
