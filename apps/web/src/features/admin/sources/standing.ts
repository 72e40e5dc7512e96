import type { Source } from '../../../api/sources';

export type Standing =
  'paused' | 'reading' | 'problem' | 'noUrl' | 'noToken' | 'waiting' | 'fine' | 'idle';

/** How it goes with a source, in one word. */
export function standingOf({ active, kind, url, tokenMadeAt, reading }: Source): Standing {
  if (!active) return 'paused';
  if (kind === 'webhook' && tokenMadeAt === null) return 'noToken';
  if (kind !== 'rss') return 'idle';
  if (url === null) return 'noUrl';
  if (reading?.isBeingRead) return 'reading';
  if (reading?.problem) return 'problem';
  return reading?.lastReadAt ? 'fine' : 'waiting';
}

/** Whether the program reads it by itself. */
export const isRead = ({ active, kind, url }: Source): boolean =>
  active && kind === 'rss' && url !== null;
