import type { AuditFilter } from '../../../api/audit';
import { fromLocalInput } from '../../../time/zone';

export const FILTERS = ['subject', 'actor', 'from', 'to'] as const;
export type FilterName = (typeof FILTERS)[number];

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

/** The id in what was typed or pasted, be it the link of an incident's page; null when there is none. */
export function idIn(text: string): string | null {
  return UUID.exec(text)?.[0].toLowerCase() ?? null;
}

/** What the address asks for. What it says wrongly is left out: the field tells about it. */
export function filterOf(search: URLSearchParams): AuditFilter {
  const asked: Readonly<Record<FilterName, string | null>> = {
    subject: idIn(search.get('subject') ?? ''),
    actor: idIn(search.get('actor') ?? ''),
    from: fromLocalInput(search.get('from') ?? ''),
    to: fromLocalInput(search.get('to') ?? ''),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
}

export function withFilter(
  search: URLSearchParams,
  name: FilterName,
  value: string,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
