import type { Consequence, Likelihood } from './act.js';
import type { Dice } from './draw.js';
import { pick, pickWeighted } from './draw.js';
import type { Bands, Situation } from './situation.js';
import type { IncidentKind, RatedSeverity } from './values.js';

/** In a hundred: a county sees a "particularly serious" one in years, not in quarters. */
const SEVERITIES: Readonly<Record<IncidentKind, Readonly<Record<RatedSeverity, number>>>> = {
  rumour: { IV: 62, III: 31, II: 6, I: 1 },
  'hot-topic': { IV: 68, III: 28, II: 4, I: 0 },
  complaint: { IV: 66, III: 30, II: 4, I: 0 },
  emergency: { IV: 22, III: 48, II: 25, I: 5 },
};

export function severityOf(
  dice: Dice,
  { kind, gravity }: Pick<Situation, 'kind' | 'gravity'>,
): RatedSeverity {
  return gravity ?? pickWeighted(dice, 'severity', SEVERITIES[kind]);
}

const HIGHER = { IV: 'III', III: 'II', II: 'I', I: 'I' } as const;
const LOWER = { IV: 'IV', III: 'IV', II: 'III', I: 'II' } as const;

/** What the monitor thinks first: mostly what comes out later, sometimes one off, sometimes nothing yet. */
export function firstImpression(dice: Dice, severity: RatedSeverity): RatedSeverity | 'unrated' {
  switch (pickWeighted(dice, 'first impression', { same: 62, unrated: 20, lower: 12, higher: 6 })) {
    case 'same':
      return severity;
    case 'unrated':
      return 'unrated';
    case 'lower':
      return LOWER[severity];
    case 'higher':
      return HIGHER[severity];
  }
}

const LEVELS = [1, 2, 3, 4, 5] as const;
const BELOW = { IV: null, III: 'IV', II: 'III', I: 'II' } as const;

/** All pairs of likelihood and consequence whose product lies in the band. */
function pairsIn(bands: Bands, severity: RatedSeverity): readonly (readonly [number, number])[] {
  const lower = BELOW[severity];
  const floor = lower === null ? 0 : bands[lower];
  return LEVELS.flatMap((likely) => LEVELS.map((grave) => [likely, grave] as const)).filter(
    ([likely, grave]) => likely * grave > floor && likely * grave <= bands[severity],
  );
}

/** Three levels whose mean is this one: as high on one side as low on the other. */
function likelihoodOf(dice: Dice, level: number): Likelihood {
  const tilt = level > 1 && level < 5 ? pick(dice, 'tilt', [-1, 0, 1]) : 0;
  return { spread: level + tilt, believability: level - tilt, timing: level };
}

type Factor = keyof Consequence;

/** Where a matter of this category hurts most. */
const GRAVEST: Readonly<Record<string, Factor>> = {
  schooling: 'trust',
  'school-food': 'safety',
  'health-care': 'safety',
  'public-transport': 'disruption',
  roads: 'disruption',
  'food-and-medicine': 'safety',
  'prices-and-consumers': 'livelihood',
  'public-order': 'safety',
  environment: 'livelihood',
  housing: 'livelihood',
  'accidents-and-disasters': 'safety',
  water: 'livelihood',
  'tourism-and-culture': 'disruption',
};

function consequenceOf(dice: Dice, level: number, category: string): Consequence {
  const gravest = GRAVEST[category] ?? 'trust';
  const grade = (factor: Factor) =>
    factor === gravest ? level : 1 + Math.floor(dice(`consequence ${factor}`) * level);
  return {
    safety: grade('safety'),
    livelihood: grade('livelihood'),
    disruption: grade('disruption'),
    trust: grade('trust'),
  };
}

export interface Scores {
  readonly likelihood: Likelihood;
  readonly consequence: Consequence;
  readonly severity: RatedSeverity;
}

/** Scores that lead, by the matrix, to the severity that this incident has. */
export function scoresFor(
  dice: Dice,
  bands: Bands,
  about: Pick<Situation, 'kind' | 'category' | 'gravity'>,
): Scores {
  const severity = severityOf(dice, about);
  const pairs = pairsIn(bands, severity);
  const [likely, grave] = pairs[Math.floor(dice('scores') * pairs.length)] ?? [1, 1];
  return {
    likelihood: likelihoodOf(dice, likely),
    consequence: consequenceOf(dice, grave, about.category),
    severity,
  };
}
