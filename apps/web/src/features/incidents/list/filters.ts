import type { IncidentFilter } from '../../../api/incident-routes';

/** What the address says about the list. Everything that is seen is in it, so that it can be kept and sent. */
export const FILTER_NAMES = [
  'state',
  'severity',
  'kind',
  'category',
  'unitId',
  'verdict',
  'overdue',
  'supervised',
  'from',
  'to',
  'q',
  'sort',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export function filterOf(search: URLSearchParams): IncidentFilter {
  const entries = FILTER_NAMES.flatMap((name) => {
    const value = search.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** The address with one filter changed; an empty value takes it away. */
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

/** Conditions, leaving the order aside: what makes the list shorter. */
export const isNarrowed = (filter: IncidentFilter): boolean =>
  Object.keys(filter).some((name) => name !== 'sort');

/** Ready-made views: what people ask for every day. */
export const VIEWS = {
  open: 'state=open',
  late: 'state=open&overdue=true',
  supervised: 'supervised=true',
  closed: 'state=archived,dismissed,merged',
  all: '',
} as const;
export type ViewName = keyof typeof VIEWS;

/** Whether the address shows exactly this view. */
export const isView = (search: URLSearchParams, view: string): boolean =>
  canonical(search) === canonical(new URLSearchParams(view));

const canonical = (search: URLSearchParams): string =>
  [...search]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
