import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Claim, Course, NameOf, SpecialFacts, Span, Tally } from '../../core/index.js';
import { nodesOf } from './special-nodes.js';
import type { NodeEntry } from './special-nodes.js';

const MOST_DAYS = 60;
const MOST_SOURCES = 20;
const MOST_CLAIMS = 10;

interface Zoned {
  readonly zone: string;
  readonly nameOf: NameOf;
}

/** What a special report tells of its incident: the record as it stood at the end of its span, as far as that was over. */
export async function readSpecial(
  tx: Tx,
  id: string,
  { to, asOf }: Span,
  { zone, nameOf }: Zoned,
): Promise<SpecialFacts> {
  const until = Math.min(to, asOf);
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
    [id, new Date(until)],
  );
  return {
    ...incident,
    ...stood(entries),
    ...(await spread(tx, [id, new Date(until), new Date(asOf)], zone)),
    nodes: nodesOf(entries, nameOf),
    answers: entries
      .filter(({ type }) => type === 'published' || type === 'publication-corrected')
      .map(({ at, params }) => ({ at: at.getTime(), title: textIn(params, 'title') ?? '' })),
    until,
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

type Spread = Pick<
  SpecialFacts,
  'course' | 'days' | 'sources' | 'claims' | 'peakRank' | 'lastSeenAt'
>;

/** The mentions of an incident seen before the one moment, and logged before the other. */
const MENTIONS = 'mentions m WHERE m.incident_id = $1 AND m.seen_at < $2 AND m.logged_at < $3';
const DAILY = `daily AS (
  SELECT to_char(m.seen_at AT TIME ZONE $4, 'YYYY-MM-DD') AS name, count(*)::int AS count FROM ${MENTIONS} GROUP BY 1)`;

async function spread(tx: Tx, known: readonly [string, Date, Date], zone: string): Promise<Spread> {
  const [course] = await sql<Course>(
    tx,
    `WITH ${DAILY} SELECT min(name) AS first, max(name) AS last, sum(count)::int AS total,
       (SELECT to_jsonb(d) FROM daily d ORDER BY count DESC, name LIMIT 1) AS peak FROM daily HAVING count(*) > 0`,
    [...known, zone],
  );
  const days = await sql<Tally>(
    tx,
    `WITH ${DAILY} SELECT * FROM (SELECT * FROM daily ORDER BY name DESC LIMIT $5) d ORDER BY name`,
    [...known, zone, MOST_DAYS],
  );
  const sources = await sql<Tally>(
    tx,
    `SELECT m.source AS name, count(*)::int AS count FROM ${MENTIONS} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $4`,
    [...known, MOST_SOURCES],
  );
  // Of a mention that came with an incident merged into this one, the claim is that of the first it was logged for.
  const claims = await sql<Claim>(
    tx,
    `SELECT i.claim AS name, i.number, i.kind, c.count FROM (
       SELECT coalesce(m.merge_path[1], m.incident_id) AS id, count(*)::int AS count FROM ${MENTIONS} GROUP BY 1) c
     JOIN incidents i ON i.id = c.id ORDER BY c.count DESC, i.number LIMIT $4`,
    [...known, MOST_CLAIMS],
  );
  const [reach] = await sql<{ rank: number | null; last: Date | null }>(
    tx,
    `SELECT min(m.rank) AS rank, max(m.seen_at) AS last FROM ${MENTIONS}`,
    known,
  );
  return {
    ...{ course: course ?? null, days, sources, claims, peakRank: reach?.rank ?? null },
    lastSeenAt: reach?.last?.getTime() ?? null,
  };
}
