/** What the values of a family of figures are; a figure of no family has none. */
export type MemberOf =
  'kind' | 'severity' | 'verdict' | 'category' | 'place' | 'unit' | 'clock' | 'week';

const FAMILIES: Readonly<Record<string, readonly MemberOf[]>> = {
  kind: ['kind'],
  severity: ['severity'],
  verdict: ['verdict'],
  category: ['category'],
  place: ['place'],
  unit: ['unit'],
  week: ['week'],
  kindSeverity: ['kind', 'severity'],
  categoryPlace: ['category', 'place'],
  onTime: ['clock'],
  decided: ['clock'],
  kept: ['clock'],
  late: ['clock'],
  medianMinutes: ['clock'],
  ninetiethMinutes: ['clock'],
};

/** Of these families, the one that is a figure by itself. */
const WHOLE = new Set(['medianMinutes.close', 'ninetiethMinutes.close']);

export interface Member {
  readonly of: MemberOf;
  readonly value: string;
}

/** `kindSeverity.rumour|II` is a rumour of severity II; `logged` is nobody's member. */
export function membersOf(key: string): readonly Member[] {
  const at = key.indexOf('.');
  if (at < 0 || WHOLE.has(key)) return [];
  const values = key.slice(at + 1).split('|');
  return (FAMILIES[key.slice(0, at)] ?? []).map((of, index) => ({
    of,
    value: values[index] ?? '',
  }));
}
