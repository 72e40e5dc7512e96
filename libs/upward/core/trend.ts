import type { MentionFigures } from './incident-record.js';
import { TO_VERIFY } from './fields.js';
import { sentence, shortMoment } from './words.js';

const DAY_MS = 24 * 3_600_000;
/** Below this share of change two days are called alike: 3 after 3, but also 21 after 20. */
const ALIKE = 0.1;

/** How the sightings move, in figures. A day is compared with the one before only when there was one. */
export function trendOf(mentions: MentionFigures, now: number, zone: string): string {
  const { count, lastDay, dayBefore, firstSeenAt } = mentions;
  if (count === 0 || firstSeenAt === null) return sentence(TO_VERIFY);
  if (now - firstSeenAt < DAY_MS)
    return sentence(
      `自${shortMoment(firstSeenAt, zone)}首次发现以来，共监测到${count}条，尚不足一日`,
    );
  if (lastDay === 0 && dayBefore === 0) return sentence('近48小时无新增，已趋平息');
  if (lastDay === 0) return sentence(`近24小时无新增（此前24小时${dayBefore}条），趋于平息`);
  const before = dayBefore === 0 ? '此前24小时无新增' : `此前24小时${dayBefore}条`;
  return sentence(`近24小时新增${lastDay}条，${before}，${direction(lastDay, dayBefore)}`);
}

function direction(now: number, before: number): string {
  if (Math.abs(now - before) <= before * ALIKE) return '总体平稳';
  return now > before ? '呈上升趋势' : '呈下降趋势';
}
