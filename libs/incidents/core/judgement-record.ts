import type { RatedSeverity, RiskMatrix, RiskScore } from './risk-matrix.js';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The factors of the matrix by the names of their parameters. */
export const FACTORS = [
  'likelihood.spread',
  'likelihood.believability',
  'likelihood.timing',
  'consequence.safety',
  'consequence.livelihood',
  'consequence.disruption',
  'consequence.trust',
] as const;

export type FactorName = (typeof FACTORS)[number];
export type Levels = Readonly<Record<FactorName, number>>;

/** One factor as the judge scored it, in the words that the scale had then. */
export interface FactorSeen {
  readonly factor: FactorName;
  readonly title: Words;
  readonly level: number;
  readonly words: Words;
  readonly example: Words;
}

/** Part of the curve of sightings: how many from this instant until the next part. */
export interface CurvePart {
  readonly from: string;
  readonly count: number;
}

/** A past incident with a like claim: how alike, in what it differs, what was done, how it ended. */
export interface SimilarIncident {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly claim: string;
  readonly place: string | null;
  readonly state: string;
  readonly severity: string;
  readonly verdict: string;
  readonly detectedAt: string;
  readonly closedAt: string | null;
  readonly score: number;
  readonly shared: readonly string[];
  readonly differsIn: readonly string[];
  readonly actions: readonly { readonly title: string; readonly status: string }[];
  readonly published: number;
  readonly summary: string | null;
  readonly lessons: string | null;
}

/** Who is suggested to answer for it, and why, in words. */
export interface ResponsibleUnit {
  readonly unitId: string;
  readonly name: string;
  readonly why: Words;
}

/** Everything that whoever judged had before them at that moment. */
export interface JudgementRecord {
  readonly format: 'mingbian-judgement-1';
  readonly at: string;
  readonly incident: Readonly<Record<string, unknown>> & { readonly version: number };
  readonly mentions: {
    readonly count: number;
    readonly firstSeenAt: string | null;
    readonly lastSeenAt: string | null;
    readonly peakRank: number | null;
    readonly peakViews: number | null;
    readonly curve: readonly CurvePart[];
  };
  readonly evidence: readonly {
    readonly text: string;
    readonly url: string | null;
    readonly sha256: string | null;
  }[];
  readonly factors: readonly FactorSeen[];
  readonly score: RiskScore;
  readonly band: { readonly from: number; readonly to: number };
  readonly judged: {
    readonly severity: RatedSeverity | null;
    readonly decision: string | null;
    readonly unitId: string | null;
    readonly reason: string | null;
  };
  readonly similar: readonly SimilarIncident[];
  readonly responsible: ResponsibleUnit | null;
}

/** The words behind each level. */
export function factorsSeen(levels: Levels, matrix: RiskMatrix): FactorSeen[] {
  const scales = scalesOf(matrix);
  return FACTORS.map((factor) => {
    const { title, levels: words } = scales[factor];
    const level = levels[factor];
    const { zh, en, example } = words[level - 1] ?? { ...title, example: title };
    return { factor, title, level, words: { zh, en }, example };
  });
}

const scalesOf = ({
  likelihood,
  consequence,
}: RiskMatrix): Record<FactorName, RiskMatrix['likelihood']['spread']> => ({
  'likelihood.spread': likelihood.spread,
  'likelihood.believability': likelihood.believability,
  'likelihood.timing': likelihood.timing,
  'consequence.safety': consequence.safety,
  'consequence.livelihood': consequence.livelihood,
  'consequence.disruption': consequence.disruption,
  'consequence.trust': consequence.trust,
});

const HOUR = 3_600_000;
const STEPS = [HOUR / 4, HOUR, 6 * HOUR, 24 * HOUR, 7 * 24 * HOUR] as const;
const MOST_PARTS = 48;

/** The length of the parts of a curve, in milliseconds: as short as fits 48 of them, a week at most. */
export function curveStep(firstSeenAt: number, lastSeenAt: number): number {
  const span = Math.max(0, lastSeenAt - firstSeenAt);
  return STEPS.find((step) => span / step < MOST_PARTS) ?? 7 * 24 * HOUR;
}

export type Standing = 'proposed' | 'in-force' | 'declined' | 'superseded';

/** An entry of the timeline, as far as it decides what became of a judgement. */
export interface JudgingEntry {
  readonly type: string;
  readonly command: string | null;
  readonly seen: string | null;
}

/**
 * What became of each judgement, by the hash of what was seen. A later judgement, a return or a reopening leaves only
 * the newest standing; a proposal stands when a leader has concurred.
 */
export function standingsOf(entries: readonly JudgingEntry[]): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  let proposed: string | null = null;
  let inForce: string | null = null;
  const leave = (hash: string | null, standing: Standing): null => {
    if (hash !== null) standings.set(hash, standing);
    return null;
  };
  for (const { type, command, seen } of entries) {
    if (type === 'judgement-proposed') {
      leave(proposed, 'superseded');
      proposed = seen;
      leave(seen, 'proposed');
    } else if (type === 'judgement-declined') proposed = leave(proposed, 'declined');
    else if (isJudged(type, command)) {
      const now: string | null = command === 'concur' ? proposed : seen;
      if (command !== 'concur') leave(proposed, 'superseded');
      leave(inForce, 'superseded');
      inForce = now;
      leave(now, 'in-force');
      proposed = null;
    } else if (type === 'judgement-returned' || type === 'reopened') {
      inForce = leave(inForce, 'superseded');
      proposed = leave(proposed, 'superseded');
    }
  }
  return standings;
}

const isJudged = (type: string, command: string | null): boolean =>
  type === 'judged' || (type === 'dismissed' && (command === 'judge' || command === 'concur'));
