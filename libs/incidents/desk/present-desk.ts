import { Injectable } from '@nestjs/common';
import { POSITIONS, activeLadders } from '#escalation';
import type { ActiveLadder } from '#escalation';
import { Directory } from '#identity';
import { OnDuty } from '#notify';
import { Clock, sql } from '#platform';
import type { Tx } from '#platform';
import { Definitions, binderOf, readSubjects } from '#workflow';
import type { Actor } from '#workflow';
import { IncidentEntity } from '../incident.entity.js';
import type { IncidentRow } from '../list/incident-row.dto.js';
import { RowPresenter } from '../list/present-rows.js';
import { filterBySight } from '../sight/filter-by-sight.js';
import { sightOf } from '../sight/sight.js';
import { CLOSED_STATES } from '../words.js';
import type { DeskItem, DeskSummary, DeskView, DutyPosition } from './desk.dto.js';
import { nextAct } from './next-act.js';

/** As many open incidents as one office can have in its hands; a desk is not an archive. */
const MOST_OPEN = 300;
const MOST_WATCHED = 50;

/** What must I do now? */
@Injectable()
export class DeskPresenter {
  constructor(
    private readonly rows: RowPresenter,
    private readonly definitions: Definitions,
    private readonly directory: Directory,
    private readonly onDuty: OnDuty,
    private readonly clock: Clock,
  ) {}

  async present(tx: Tx, actor: Actor & { readonly id: string }): Promise<DeskView> {
    const now = this.clock.now();
    const open = await openIncidents(tx, actor);
    const acts = await this.actsOf(
      tx,
      open.map(({ id }) => id),
      actor,
      now,
    );
    const ladders = await activeLadders(
      tx,
      open.map(({ id }) => id),
    );
    const items = (await this.rows.present(tx, open, actor)).map((incident) => ({
      incident,
      escalation: ladderFor(
        ladders.filter(({ subjectId }) => subjectId === incident.id),
        actor,
      ),
      deadline: incident.deadlines[0] ?? null,
      act: acts.get(incident.id) ?? null,
    }));
    const waiting = items.filter(({ act, escalation }) => act !== null || escalation !== null);
    const others = items.filter((item) => !waiting.includes(item));
    return {
      now: waiting.sort(byPressure),
      mine: others.filter(({ incident }) => isMine(incident, actor)).sort(byPressure),
      watching: others
        .filter(({ incident }) => !isMine(incident, actor))
        .sort(byPressure)
        .slice(0, MOST_WATCHED),
      summary: await summarise(tx, actor),
      onDuty: await this.dutyNow(tx, now),
      serverTime: new Date(now).toISOString(),
    };
  }

  private async actsOf(
    tx: Tx,
    ids: readonly string[],
    actor: Actor,
    now: number,
  ): Promise<Map<string, string | null>> {
    const subjects = await readSubjects(tx, ids, this.definitions);
    return new Map(
      subjects.map(({ subject, definition }) => {
        const facts = { ...subject.facts, reached: [], openReviews: 0 };
        return [subject.id, nextAct(definition, { ...subject, facts }, actor, now)];
      }),
    );
  }

  private async dutyNow(tx: Tx, now: number): Promise<DutyPosition[]> {
    const positions: DutyPosition[] = [];
    for (const position of POSITIONS) {
      const ids = await this.onDuty.at(tx, position, now);
      const names = await this.directory.names(tx, ids);
      const phones = await this.directory.phones(tx, ids);
      positions.push({
        position,
        users: ids.map((id) => ({ id, name: names.get(id) ?? '', phone: phones.get(id) ?? null })),
      });
    }
    return positions;
  }
}

function openIncidents(tx: Tx, reader: Actor): Promise<IncidentEntity[]> {
  const builder = tx
    .getRepository(IncidentEntity)
    .createQueryBuilder('i')
    .where('i.state NOT IN (:...closed)', { closed: [...CLOSED_STATES] });
  filterBySight(builder, reader);
  return builder.orderBy('i.detectedAt', 'DESC').take(MOST_OPEN).getMany();
}

/** The ladder that this person can stop: officers any, others those that reached them. */
function ladderFor(
  ladders: readonly ActiveLadder[],
  actor: Actor & { readonly id: string },
): DeskItem['escalation'] {
  const ladder = ladders.find(
    ({ reached }) => actor.roles.includes('officer') || reached.includes(actor.id),
  );
  if (ladder === undefined) return null;
  const { id, clock, step, round, startedAt, nextStepAt } = ladder;
  return {
    id,
    clock,
    step,
    round,
    startedAt: iso(startedAt),
    nextStepAt: nextStepAt === null ? null : iso(nextStepAt),
  };
}

const isMine = ({ assignee, unit }: IncidentRow, { id, unitId, roles }: Actor): boolean =>
  assignee?.id === id || (unitId !== null && unit?.id === unitId && roles.includes('handler'));

/** Climbing ladders first, then by the time that is left. */
function byPressure(a: DeskItem, b: DeskItem): number {
  const climbing = Number(b.escalation !== null) - Number(a.escalation !== null);
  return climbing || dueOf(a) - dueOf(b);
}

const dueOf = ({ deadline }: DeskItem): number => Date.parse(deadline?.dueAt ?? FAR);

async function summarise(tx: Tx, reader: Actor): Promise<DeskSummary> {
  const parameters: unknown[] = [[...CLOSED_STATES]];
  const seen = sightOf(reader)?.('i.id', binderOf(parameters)) ?? 'true';
  const [row] = await sql<DeskSummary>(
    tx,
    `SELECT count(*)::int AS open, count(*) FILTER (WHERE late)::int AS late, count(*) FILTER (WHERE soon AND NOT late)::int AS soon
     FROM incidents i
     CROSS JOIN LATERAL (
       SELECT coalesce(bool_or(d.breached_at IS NOT NULL), false) AS late, coalesce(bool_or(d.warned_at IS NOT NULL), false) AS soon
       FROM deadlines d WHERE d.subject_id = i.id AND d.state <> 'stopped'
     ) d
     WHERE i.state <> ALL($1) AND ${seen}`,
    parameters,
  );
  return row ?? { open: 0, late: 0, soon: 0 };
}

/** What has no deadline comes last. */
const FAR = '9999-12-31T00:00:00Z';

const iso = (at: number): string => new Date(at).toISOString();
