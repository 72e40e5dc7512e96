/**
 * Counts a quarter again, from the timeline alone: what lists, clocks and public pages say must come out of it.
 * Shares nothing with the product but the timeline itself, so that a mistake is not made twice.
 */

/** A row of `timeline`. */
export interface Entry {
  readonly subject_id: string;
  readonly subject_type: string;
  readonly type: string;
  readonly actor_id: string | null;
  readonly data: {
    readonly to?: string | null;
    readonly params?: Readonly<Record<string, unknown>>;
    readonly set?: Readonly<Record<string, unknown>>;
    readonly clock?: string;
  };
}

type Counts = Readonly<Record<string, number>>;

export interface Recount {
  readonly logged: number;
  readonly states: Counts;
  readonly severities: Counts;
  readonly verdicts: Counts;
  readonly kinds: Counts;
  /** Incidents by the number of answers that are out about them. */
  readonly answers: Counts;
  /** Deadlines that were missed, by clock. */
  readonly late: Counts;
  /** Terms of the first response, by what ended each. */
  readonly firstResponses: Counts;
  /** Texts that went out, by how many people other than their author had approved them. */
  readonly approvals: Counts;
}

/** Entries of one workspace, each subject's in their order. */
export function recount(entries: readonly Entry[]): Recount {
  const incidents = [...bySubject(entries, 'incident').values()];
  const releases = [...bySubject(entries, 'release').values()];
  const last = (name: string, otherwise: string) =>
    tally(incidents.map((life) => lastSet(life, name) ?? otherwise));
  return {
    logged: incidents.length,
    states: tally(incidents.map((life) => life.findLast(({ data }) => data.to)?.data.to ?? '')),
    severities: last('severity', 'unrated'),
    verdicts: last('verdict', 'unverified'),
    kinds: tally(
      incidents.map((life) => lastSet(life, 'kind') ?? String(life[0]?.data.params?.['kind'])),
    ),
    answers: tally(incidents.map((life) => String(answersOut(life)))),
    late: tally(
      entries.flatMap(({ subject_type, type, data }) =>
        subject_type === 'incident' && type === 'deadline-breached' ? [data.clock ?? ''] : [],
      ),
    ),
    firstResponses: tally(incidents.flatMap(termsOfFirstResponse)),
    approvals: tally(releases.flatMap((life) => approvalsOf(life))),
  };
}

function bySubject(entries: readonly Entry[], type: string): Map<string, Entry[]> {
  const lives = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.subject_type !== type) continue;
    lives.set(entry.subject_id, [...(lives.get(entry.subject_id) ?? []), entry]);
  }
  return lives;
}

export function tally(values: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function lastSet(life: readonly Entry[], name: string): string | null {
  const values = life.map(({ data }) => data.set?.[name]).filter((value) => value !== undefined);
  const value = values.at(-1);
  return typeof value === 'string' ? value : null;
}

const answersOut = (life: readonly Entry[]): number =>
  life.filter(({ type }) => type === 'published').length -
  life.filter(({ type }) => type === 'publication-withdrawn').length;

const ENDS: readonly string[] = ['published', 'disposed', 'archived', 'dismissed', 'merged'];

/** config/clocks.yaml, `first-response`: begun by a report or a reopening, and taken up again by what undoes its end. */
function termsOfFirstResponse(life: readonly Entry[]): string[] {
  const terms: string[] = [];
  for (const { type } of life) {
    const isRunning = terms.at(-1) === 'running';
    if (!isRunning && (type === 'reported' || type === 'reopened')) terms.push('running');
    if (isRunning && ENDS.includes(type)) terms[terms.length - 1] = type;
    const isUndone =
      (type === 'unmerged' && terms.at(-1) === 'merged') ||
      (type === 'disposal-returned' && terms.at(-1) === 'disposed');
    if (isUndone) terms[terms.length - 1] = 'running';
  }
  return terms;
}

const APPROVES: readonly string[] = ['unit-approved', 'publicity-approved', 'release-approved'];

/** For each time that this text went out: who approved it since it was last changed, the author left out. */
function approvalsOf(life: readonly Entry[]): string[] {
  const author = life[0]?.actor_id;
  const counts: string[] = [];
  let approvers = new Set<string>();
  for (const { type, actor_id } of life) {
    if (type === 'revised' || type === 'returned' || type.startsWith('correction-submitted'))
      approvers = new Set();
    if (APPROVES.includes(type) && actor_id !== null && actor_id !== author)
      approvers.add(actor_id);
    if (type === 'published' || type === 'corrected') counts.push(String(approvers.size));
  }
  return counts;
}
