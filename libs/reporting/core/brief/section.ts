import type { BriefChart } from '../charts/chart.js';
import type { Paragraph } from '../narrative/piece.js';
import type { BriefTable } from './table.js';

export const SECTION_KEYS = [
  ...([
    'summary',
    'situation',
    'trends',
    'topics',
    'course',
    'platforms',
    'nodes',
    'views',
  ] as const),
  ...(['rumours', 'timeliness', 'causes', 'outlook', 'risks', 'advice', 'notes'] as const),
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export interface BriefSection {
  readonly key: SectionKey;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly BriefTable[];
  readonly charts: readonly BriefChart[];
}
