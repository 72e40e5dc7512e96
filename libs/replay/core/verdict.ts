import type { Dice } from './draw.js';
import { pickWeighted } from './draw.js';
import type { Situation } from './situation.js';
import type { IncidentKind, Verdict } from './values.js';

/** In a hundred. Most complaints have something to them; most rumours do not. */
const VERDICTS: Readonly<Record<IncidentKind, Readonly<Record<Verdict, number>>>> = {
  rumour: { false: 58, 'partly-true': 20, true: 8, unverifiable: 14 },
  'hot-topic': { true: 46, 'partly-true': 28, false: 14, unverifiable: 12 },
  complaint: { true: 52, 'partly-true': 32, false: 8, unverifiable: 8 },
  emergency: { true: 60, 'partly-true': 24, false: 12, unverifiable: 4 },
};

export function verdictOf(dice: Dice, { truth, kind }: Pick<Situation, 'truth' | 'kind'>): Verdict {
  if (truth === 'no-claim') return 'unverifiable';
  return truth ?? pickWeighted(dice, 'verdict', VERDICTS[kind]);
}
