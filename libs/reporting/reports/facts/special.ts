import { sql } from '#platform';
import type { Tx } from '#platform';
import type { NameOf, SpecialFacts, Span } from '../../core/index.js';
import { nodesOf } from './special-nodes.js';
import type { NodeEntry } from './special-nodes.js';

const MOST_DAYS = 60;
const MOST_SOURCES = 20;
const MOST_WORDINGS = 10;

interface Zoned {
  readonly zone: string;
  readonly nameOf: NameOf;
}

/** What a special report tells of its incident: the record as it stood before the moment of counting. */
export async function readSpecial(
  tx: Tx,
  id: string,
  { asOf }: Span,
  { zone, nameOf }: Zoned,
): Promise<SpecialFacts> {
  const before = new Date(asOf);
  const [incident] = await sql<{ number: string; title: string; claim: string }>(
    tx,
    'SELECT number, title, claim FROM incidents WHERE id = $1',
    [id],
  );
  if (incident === undefined) throw new Error(`there is no incident ${id}`);
  const entries = await sql<NodeEntry>(
    tx,
    `SELECT at, type, data->'to' AS "to", data->'params' AS params, data->'set' AS set FROM timeline
     WHERE subject_id = $1 AND at < $2 ORDER BY seq`,
    [id, before],
  );
  return {
    ...incident,
    ...stood(entries),
    ...(await spread(tx, id, before, zone)),
    nodes: nodesOf(entries, nameOf),
    answers: entries
      .filter(({ type }) => type === 'published' || type === 'publication-corrected')
      .map(({ at, params }) => ({ at: at.getTime(), title: textIn(params, 'title') ?? '' })),
    asOfInstant: asOf,
  };
}

const CLOSED: readonly unknown[] = ['archived', 'dismissed', 'merged'];

/** Its attributes after its entries, as the fold of figures takes them. */
function stood(
  entries: readonly NodeEntry[],
): Pick<
  SpecialFacts,
  'kind' | 'category' | 'place' | 'severity' | 'verdict' | 'isClosed' | 'risk'
> {
  const facts = Object.assign(
    {},
    entries[0]?.params,
    ...entries.map(({ set }) => set ?? {}),
  ) as Readonly<Record<string, unknown>>;
  const judged = entries.findLast(({ params }) => typeof params?.['riskScore'] === 'number');
  const levels = (prefix: string): number[] =>
    Object.entries(judged?.params ?? {}).flatMap(([name, value]) =>
      name.startsWith(`${prefix}.`) && typeof value === 'number' ? [value] : [],
    );
  const [likely, grave] = [levels('likelihood'), levels('consequence')];
  return {
    kind: textIn(facts, 'kind') ?? '',
    category: textIn(facts, 'category') ?? '',
    place: textIn(facts, 'place'),
    severity: textIn(facts, 'severity') ?? 'unrated',
    verdict: textIn(facts, 'verdict') ?? 'unverified',
    isClosed: CLOSED.includes(entries.findLast(({ to }) => to !== null)?.to),
    risk:
      likely.length === 0 || grave.length === 0
        ? null
        : {
            likelihood: Math.round(likely.reduce((sum, one) => sum + one, 0) / likely.length),
            consequence: Math.max(...grave),
          },
  };
}

function textIn(facts: Readonly<Record<string, unknown>> | null, name: string): string | null {
  const value = facts?.[name];
  return typeof value === 'string' ? value : null;
}

type Spread = Pick<SpecialFacts, 'days' | 'sources' | 'wordings' | 'peakRank' | 'lastSeenAt'>;

async function spread(tx: Tx, id: string, before: Date, zone: string): Promise<Spread> {
  const days = await sql<{ name: string; count: number }>(
    tx,
    `SELECT * FROM (
       SELECT to_char(seen_at AT TIME ZONE $3, 'YYYY-MM-DD') AS name, count(*)::int AS count FROM mentions
       WHERE incident_id = $1 AND logged_at < $2 GROUP BY 1 ORDER BY 1 DESC LIMIT $4) d ORDER BY name`,
    [id, before, zone, MOST_DAYS],
  );
  const sources = await sql<{ name: string; count: number }>(
    tx,
    `SELECT source AS name, count(*)::int AS count FROM mentions WHERE incident_id = $1 AND logged_at < $2
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $3`,
    [id, before, MOST_SOURCES],
  );
  const wordings = await sql<{ name: string; source: string; count: number }>(
    tx,
    `SELECT text AS name, (array_agg(source ORDER BY seen_at, id))[1] AS source, count(*)::int AS count FROM mentions
     WHERE incident_id = $1 AND logged_at < $2 AND text <> '' GROUP BY text ORDER BY 3 DESC, min(seen_at), 1 LIMIT $3`,
    [id, before, MOST_WORDINGS],
  );
  const [reach] = await sql<{ rank: number | null; last: Date | null }>(
    tx,
    'SELECT min(rank) AS rank, max(seen_at) AS last FROM mentions WHERE incident_id = $1 AND logged_at < $2',
    [id, before],
  );
  return {
    ...{ days, sources, wordings, peakRank: reach?.rank ?? null },
    lastSeenAt: reach?.last?.getTime() ?? null,
  };
}
