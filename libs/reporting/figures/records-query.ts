import type { Period } from '../core/index.js';
import type { Moment } from './frame.js';

/** The query of what is behind a figure that was counted so. */
export function recordsQuery({ from, to }: Period, { asOf, of }: Omit<Moment, 'zone'>): string {
  const iso = (at: number): string => new Date(at).toISOString();
  const { unitId = null, incidentId = null } = of ?? {};
  return new URLSearchParams({
    ...{ from: iso(from), to: iso(to), asOf: iso(asOf) },
    ...(unitId !== null && { unitId }),
    ...(incidentId !== null && { incidentId }),
  }).toString();
}
