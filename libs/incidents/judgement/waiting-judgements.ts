import { sql } from '#platform';
import type { Tx } from '#platform';
import { allowedCommands, readSubjects } from '#workflow';
import type { Definitions, Person, WaitingMatter } from '#workflow';
import { CLOSED_STATES, STATES } from '../words.js';

const OPEN = STATES.filter((state) => CLOSED_STATES.every((closed) => closed !== state));

interface ProposedRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly since: Date;
}

/** Judgements and regrades that wait until a leader other than the proposer concurs, the longest first. */
export async function waitingJudgements(
  tx: Tx,
  definitions: Definitions,
  actor: Person,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<WaitingMatter[]> {
  if (!actor.roles.includes('leader')) return [];
  const rows = await sql<ProposedRow>(
    tx,
    `SELECT i.id, i.number, i.title, coalesce(t.at, i.updated_at) AS since
     FROM incidents i JOIN subjects s ON s.id = i.id
     LEFT JOIN LATERAL (SELECT max(at) AS at FROM timeline
       WHERE subject_id = i.id AND type IN ('judgement-proposed', 'regrade-proposed')) t ON true
     WHERE i.state = ANY($1) AND (s.facts->>'proposedBy' IS NOT NULL OR s.facts->>'regradeBy' IS NOT NULL)
     ORDER BY since, i.id LIMIT $2`,
    [OPEN, limit],
  );
  const subjects = await readSubjects(
    tx,
    rows.map(({ id }) => id),
    definitions,
  );
  const mayConcur = new Set(
    subjects
      .filter(({ definition, subject }) =>
        allowedCommands(definition, subject, actor, now).some(
          ({ command, needs }) => command === 'concur' && needs.length === 0,
        ),
      )
      .map(({ subject }) => subject.id),
  );
  return rows
    .filter(({ id }) => mayConcur.has(id))
    .map(({ id, number, title, since }) => ({
      ...{ type: 'incident', id, title: `${number} ${title}`, since: since.getTime() },
    }));
}
