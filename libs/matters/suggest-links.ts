import { Injectable } from '@nestjs/common';
import { readIncident, seenAmong } from '#incidents';
import type { Tx } from '#platform';
import { AROUND_MS, isWorthALook, matchOf } from './core/index.js';
import type { Match, MatterWords } from './core/index.js';
import { incidentsAround, linksOfIncident, linksOfMatter } from './link.repository.js';
import type { Link } from './link.repository.js';
import type { Reader as MatterReader } from './matter-sight.js';
import { mattersBetween, mattersById } from './matter.repository.js';
import type { MatterRow } from './matter.repository.js';

/** An incident and a matter that belong together, or may. */
export interface Linked {
  readonly id: string;
  readonly link: 'suggested' | 'confirmed';
  /** Null: a person has linked what the program would not have. */
  readonly match: Match | null;
}

export type Reader = MatterReader & { readonly id: string | null };

const MOST_SUGGESTED = 5;

/**
 * What may belong together, worked out when it is looked at: an incident that is logged finds the matters, and a matter
 * that is reported finds the incidents, with the words that both have by then. Only people confirm or dismiss.
 */
@Injectable()
export class SuggestLinks {
  /** Incidents of a matter, for somebody who may know of it. */
  async forMatter(tx: Tx, matter: MatterRow, reader: Reader): Promise<Linked[]> {
    const links = await linksOfMatter(tx, matter.id);
    const words = wordsOf(matter);
    const span = { from: words.startsAt - AROUND_MS, to: words.endsAt + AROUND_MS };
    // What was never reported to the desk is nothing to look for yet.
    const around = matter.reportedAt === null ? [] : await incidentsAround(tx, span);
    const found = around.map((incident) => ({ id: incident.id, match: matchOf(words, incident) }));
    const linked = merged(
      links.map(({ incidentId: id, state }) => ({ id, state })),
      found,
    );
    const seen = await seenAmong(
      tx,
      linked.map(({ id }) => id),
      reader,
    );
    return linked.filter(({ id }) => seen.has(id));
  }

  /** Matters of an incident, of which the reader knows. */
  async forIncident(
    tx: Tx,
    incidentId: string,
    reader: Reader,
  ): Promise<{ readonly matters: readonly MatterRow[]; readonly linked: readonly Linked[] }> {
    const incident = await readIncident(tx, incidentId);
    if (incident === null) return { matters: [], linked: [] };
    const at = incident.occurredAt ?? incident.detectedAt;
    const near = await mattersBetween(tx, { from: at - AROUND_MS, to: at + AROUND_MS }, reader);
    const links = await linksOfIncident(tx, incidentId);
    const found = near.map((matter) => ({
      id: matter.id,
      match: matchOf(wordsOf(matter), { ...incident, at }),
    }));
    const linked = merged(
      links.map(({ matterId: id, state }) => ({ id, state })),
      found,
    );
    const matters = await mattersById(
      tx,
      linked.map(({ id }) => id),
    );
    return { matters, linked };
  }
}

const wordsOf = (matter: MatterRow): MatterWords => ({
  ...{ title: matter.title, what: matter.what, place: matter.place, category: matter.category },
  questions: matter.questions.map(({ question }) => question),
  startsAt: matter.startsAt.getTime(),
  endsAt: matter.endsAt.getTime(),
});

interface Decided {
  readonly id: string;
  readonly state: Link['state'];
}

interface Found {
  readonly id: string;
  readonly match: Match | null;
}

/** What people have confirmed, then the likeliest of what nobody has decided on. */
function merged(decided: readonly Decided[], found: readonly Found[]): Linked[] {
  const matches = new Map(found.map(({ id, match }) => [id, match]));
  const ids = new Set(decided.map(({ id }) => id));
  const confirmed = decided
    .filter(({ state }) => state === 'confirmed')
    .map(({ id }): Linked => ({ id, link: 'confirmed', match: matches.get(id) ?? null }));
  const suggested = found
    .flatMap(({ id, match }) => (!ids.has(id) && isWorthALook(match) ? [{ id, match }] : []))
    .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(({ id, match }): Linked => ({ id, link: 'suggested', match }));
  return [...confirmed, ...suggested];
}
