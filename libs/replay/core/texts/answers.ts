import type { Dice } from '../draw.js';
import { pick } from '../draw.js';
import type { Situation } from '../situation.js';
import { named } from './category-words.js';
import { OUTCOME } from './closing.js';

export const answerTitle = ({ title }: Situation): string => `关于${named(title)}的情况说明`;

/** What a reader wants to know, in this order: what was said, what is so, what was done, where to ask. */
export function answerText(dice: Dice, now: Situation): string {
  const done = now.actions.filter(({ status }) => status === 'done').map(({ title }) => title);
  const what = done.length === 0 ? '' : `\n已采取的措施：${done.join('；')}。`;
  const end = pick(dice, 'answer end', [
    '感谢大家的关心和监督。如有新的情况，我们将及时说明。',
    '如对办理结果有疑问，可拨打12345反映。',
    '相关依据附后，欢迎核对。',
  ]);
  return `近日，${named(now.title)}受到关注。我们第一时间进行了核查。\n${OUTCOME[now.verdict]}。${now.finding ?? ''}${what}\n${end}`;
}
