import { Random } from '../../support/random.js';
import { ClaimMaker } from '../match/made-up-claims.js';

/** What people type: words of texts that are there, as frequent as they are there, and some that are nowhere. */
export function someSearches(count: number): string[] {
  const random = new Random(20261124);
  return Array.from({ length: count }, (_, n) => {
    const maker = new ClaimMaker(1 + 5_000 * random.whole(0, 1));
    for (let skipped = random.whole(0, 200); skipped > 0; skipped -= 1) maker.claim();
    const { text } = maker.claim();
    const piece = (length: number): string => {
      const at = random.whole(0, text.length - length);
      return text.slice(at, at + length).replaceAll(/[，"]/gu, '');
    };
    switch (n % 8) {
      case 0:
      case 1:
        return piece(2) || '停水';
      case 2:
        return piece(4) || '停水三天';
      case 3:
        return `${piece(2)} ${piece(2)} ${piece(3)}`.trim() || '停水';
      case 4:
        return `"${piece(8) || '停水'}"`;
      case 5:
        return `${piece(3) || '停水'} -${random.one(['听说', '求证', '起火'])}`;
      case 6:
        return random.one([
          '坍塌 误诊 断供',
          '自来水厂 坍塌',
          '囤货 图书馆 罚款',
          'PX项目',
          '三天停水',
          '鼋鼍',
        ]);
      default:
        return random.one(['停水', '起火', '听说', '小学食堂', '受影响', '官方尚未回应']);
    }
  });
}
