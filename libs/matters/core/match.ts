/** What of a matter can be recognised in an incident. Instants are epoch milliseconds. */
export interface MatterWords {
  readonly title: string;
  readonly what: string;
  readonly questions: readonly string[];
  readonly place: string;
  readonly category: string | null;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The same of an incident. */
export interface IncidentWords {
  readonly title: string;
  readonly claim: string;
  readonly place: string | null;
  readonly category: string;
  /** When it happened, or else when it was first heard of. */
  readonly at: number;
}

export const MATCH_REASONS = ['category', 'place', 'time', 'wording'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface Match {
  /** 0 to 1. */
  readonly score: number;
  readonly why: readonly MatchReason[];
}

const DAY_MS = 24 * 3_600_000;
/** People talk of a closure before it begins, and of a fair for days after it. */
export const AROUND_MS = 7 * DAY_MS;
const WEIGHTS = { category: 0.15, place: 0.3, time: 0.15, wording: 0.4 } as const;
/** Two in five pairs of characters in common is as good as the same wording: an incident is told in other words. */
const SAME_WORDING = 0.4;
/** Below this, words in common are the words of any notice. */
const SOME_WORDING = 0.15;
const SAME_PLACE = 0.5;
/** Place and time alone reach it; category and time alone do not. */
const SUGGESTED_FROM = 0.45;

/** How likely an incident is about a matter. Null: it is too long before or after it, or nothing speaks for it. */
export function matchOf(matter: MatterWords, incident: IncidentWords): Match | null {
  if (incident.at < matter.startsAt - AROUND_MS || incident.at > matter.endsAt + AROUND_MS)
    return null;
  const wording = shareIn(
    pairsOf([incident.title, incident.claim]),
    pairsOf([matter.title, matter.what, ...matter.questions]),
  );
  const place = incident.place === null ? 0 : likeness(incident.place, matter.place);
  const holds: Record<MatchReason, boolean> = {
    category: matter.category === incident.category,
    place: place >= SAME_PLACE,
    time: incident.at >= matter.startsAt - DAY_MS && incident.at <= matter.endsAt + DAY_MS,
    wording: wording >= SOME_WORDING,
  };
  const shares: Record<MatchReason, number> = {
    ...{ category: Number(holds.category), place: Number(holds.place), time: Number(holds.time) },
    wording: holds.wording ? Math.min(1, wording / SAME_WORDING) : 0,
  };
  const why = MATCH_REASONS.filter((reason) => holds[reason]);
  const score = MATCH_REASONS.reduce((sum, name) => sum + WEIGHTS[name] * shares[name], 0);
  return why.length === 0 ? null : { score: Math.round(score * 100) / 100, why };
}

/** A match that somebody should look at. */
export const isWorthALook = (match: Match | null): match is Match =>
  match !== null && match.score >= SUGGESTED_FROM;

/** Pairs of neighbouring characters, without what is no word: 网传停水 → 网传, 传停, 停水. */
function pairsOf(texts: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const text of texts) {
    for (const run of text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)) {
      const characters = [...run];
      characters
        .slice(1)
        .forEach((second, index) => pairs.add(`${characters[index] ?? ''}${second}`));
    }
  }
  return pairs;
}

/** The share of the first that is in the second. */
function shareIn(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0) return 0;
  return [...one].filter((pair) => other.has(pair)).length / one.size;
}

/** 城东 is 城东水厂; 城东 is not 城西. Of one character nothing can be said. */
function likeness(left: string, right: string): number {
  const [one, other] = [pairsOf([left]), pairsOf([right])];
  return Math.max(shareIn(one, other), shareIn(other, one));
}
