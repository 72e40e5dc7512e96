import type { MomentKey, SearchWords, TextSearch, Tx } from '#platform';
import type { IncidentEntity } from '../incident.entity.js';
import type { Reader } from '../sight/sight.js';
import { conditionsOf } from './conditions.js';
import type { IncidentQuery } from './incident-query.dto.js';
import { incidentsBy, readIncidents } from './list-incidents.js';

export interface IncidentSearch extends Pick<IncidentQuery, 'state' | 'from' | 'to'> {
  readonly words: SearchWords;
  readonly after: MomentKey | null;
  readonly limit: number;
}

export type IncidentHit = Pick<
  IncidentEntity,
  'id' | 'number' | 'title' | 'claim' | 'place' | 'state' | 'severity' | 'verdict' | 'detectedAt'
>;

/** Incidents that hold the words, of which the reader may know, those detected last first; one more than asked for. */
export async function searchIncidents(
  tx: Tx,
  texts: TextSearch,
  { words, after, limit, ...filters }: IncidentSearch,
  reader: Reader,
): Promise<{ readonly hits: readonly IncidentHit[]; readonly onlyNewest: boolean }> {
  const where = conditionsOf(filters, reader);
  const found = await texts.find(tx, incidentsBy('-detectedAt'), { words, where, after, limit });
  return { hits: await readIncidents(tx, found.ids), onlyNewest: found.onlyNewest };
}
