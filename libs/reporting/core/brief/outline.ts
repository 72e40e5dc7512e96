import { PERIOD_TYPES } from '../period/period.js';
import type { PeriodType } from '../period/period.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import type { BriefFacts } from './facts.js';
import type { BriefSection } from './section.js';
import { sectionOf } from './sections.js';
import type { PeriodSectionKey } from './sections.js';

/** Briefs on a period, and the scorecard of a unit (单位评分卡), whose figures are of its incidents alone. */
export const OUTLINED_TYPES = [...PERIOD_TYPES, 'scorecard'] as const;
export type OutlinedType = PeriodType | 'scorecard';

interface Outline {
  readonly sections: readonly PeriodSectionKey[];
  /** What the period after it is called. */
  readonly ahead: string;
}

/** 通报, 季度分析报告, 半年专题研究, 年度报告, 单位评分卡: what each is made of, in its order. */
const OUTLINES: Readonly<Record<OutlinedType, Outline>> = {
  weekly: {
    sections: ['situation', 'topics', 'timeliness', 'risks', 'advice', 'notes'],
    ahead: '下周',
  },
  monthly: {
    sections: ['situation', 'topics', 'rumours', 'timeliness', 'risks', 'advice', 'notes'],
    ahead: '下月',
  },
  quarterly: {
    sections: [
      ...(['situation', 'topics', 'rumours', 'timeliness', 'causes', 'risks', 'advice'] as const),
      'notes',
    ],
    ahead: '下季度',
  },
  'half-year': {
    sections: [
      ...(['situation', 'trends', 'rumours', 'causes', 'timeliness', 'risks', 'advice'] as const),
      'notes',
    ],
    ahead: '下半年',
  },
  annual: {
    sections: [
      ...(['situation', 'trends', 'topics', 'rumours', 'timeliness', 'causes'] as const),
      ...(['risks', 'advice', 'notes'] as const),
    ],
    ahead: '下一年度',
  },
  scorecard: {
    sections: ['situation', 'topics', 'timeliness', 'causes', 'advice', 'notes'],
    ahead: '下期',
  },
};

/** The sections of a brief of this type, in their order. The notes are not numbered. */
export function outlineOf(
  type: OutlinedType,
  t: Teller,
  facts: BriefFacts,
  nameOf: NameOf,
): BriefSection[] {
  const { sections, ahead } = OUTLINES[type];
  return sections.map((key) => sectionOf(key, t, facts, nameOf, ahead));
}
