import { sql } from '#platform';
import type { Tx } from '#platform';
import type { FactItem, Facts } from '#workflow';
import { rowsFact } from '../texts/facts.js';

/** What a release takes from its incident. */
export interface IncidentFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly claim: string;
  readonly place: string | null;
  readonly state: string;
  readonly severity: string;
  readonly verdict: string;
  readonly unitId: string | null;
  readonly evidence: readonly FactItem[];
}

export async function incidentFacts(tx: Tx, id: string | null): Promise<IncidentFacts | null> {
  if (id === null) return null;
  const [row] = await sql<Omit<IncidentFacts, 'evidence'> & { facts: Facts }>(
    tx,
    `SELECT i.id, i.number, i.title, i.claim, i.place, i.state, i.severity, i.verdict, i.unit_id AS "unitId", s.facts
     FROM incidents i JOIN subjects s ON s.id = i.id WHERE i.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const { facts, ...incident } = row;
  return { ...incident, evidence: rowsFact(facts, 'evidence') };
}

/** What is shown with a text: what the drafter has chosen, or else all that the present verdict rests on. */
export function shownEvidence(
  incident: IncidentFacts | null,
  chosen: readonly string[] | null,
): string[] {
  const rows = incident?.evidence ?? [];
  const shown =
    chosen === null
      ? rows.filter(({ verdict }) => verdict === incident?.verdict)
      : rows.filter(({ id }) => typeof id === 'string' && chosen.includes(id));
  return shown.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}
