import { Injectable } from '@nestjs/common';
import { Database, Metrics, addToStream, appendToTimeline, lockHeads, newId, sql } from '#platform';
import type { StreamEvent, Tx } from '#platform';
import { Notifier, RecipientCache, Recipients } from '#notify';
import { SubjectDoors } from '#workflow';
import { dueDeadlines, gradesOf, saveDeadlines } from '../deadlines/deadline.repository.js';
import type { EscalationRow } from '../ladders/escalation-row.js';
import {
  dueEscalations,
  escalationsOfDeadlines,
  saveEscalations,
  saveSteps,
} from '../ladders/escalation.repository.js';
import { EscalationPolicies } from '../policies.js';
import { climb } from './climb.js';
import type { Climbed } from './climb.js';
import { fireDeadline } from './fire-deadlines.js';
import type { FiredDeadline } from './fire-deadlines.js';
import { behindFacts } from './fact-targets.js';
import { stepNotifications, deadlineNotifications } from './tell.js';

/** Subjects per transaction: large enough to amortise it, small enough to keep locks short. */
const BATCH = 500;

/**
 * Fires everything that is due, in bounded batches. It is the one function behind the alarm, the loop and the
 * replay. What it does to a subject it does under that subject's lock and writes in the same transaction, so a
 * killed sweep has done nothing and a second one finds nothing left to do.
 */
@Injectable()
export class Sweep {
  constructor(
    private readonly database: Database,
    private readonly policies: EscalationPolicies,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
    private readonly metrics: Metrics,
    private readonly doors: SubjectDoors,
  ) {}

  /** Fires all that is due at `now`, batch by batch. Answers how many deadlines fired and steps were taken. */
  async run(now: number): Promise<number> {
    let total = 0;
    for (;;) {
      const done = await this.database.transaction((tx) => this.batch(tx, now));
      total += done;
      if (done === 0) return total;
    }
  }

  /** The next instant at which anything is due; null when nothing is armed. */
  async nextInstant(): Promise<number | null> {
    const [row] = await sql<{ at: Date | null }>(
      this.database.reader,
      'SELECT least((SELECT min(fire_at) FROM deadlines), (SELECT min(fire_at) FROM escalations)) AS at',
    );
    return row?.at?.getTime() ?? null;
  }

  private async batch(tx: Tx, now: number): Promise<number> {
    const candidates = await dueSubjects(tx, now);
    if (candidates.length === 0) return 0;
    const heads = await lockHeads(tx, candidates, 'skipLocked');
    const locked = [...heads.keys()];
    if (locked.length === 0) return 0;
    const fired = await this.fireDeadlines(tx, locked, now);
    const born = fired.flatMap(({ ladders }) => ladders);
    const climbed = await this.climbLadders(tx, locked, born, now);
    await this.write(tx, fired, climbed, heads, now);
    await this.act(tx, fired, now);
    return fired.length + climbed.length;
  }

  private async fireDeadlines(
    tx: Tx,
    subjectIds: readonly string[],
    now: number,
  ): Promise<FiredDeadline[]> {
    const due = await dueDeadlines(tx, subjectIds, now);
    const ladders = await escalationsOfDeadlines(
      tx,
      due.map(({ id }) => id),
    );
    return due
      .map((row) =>
        fireDeadline(row, {
          policies: this.policies,
          now,
          makeId: newId,
          ladder: ladders.findLast((l) => l.deadlineId === row.id),
        }),
      )
      .filter((fired) => fired !== null);
  }

  /** Ladders that are due, and those that were just born: their first step may have no wait. */
  private async climbLadders(
    tx: Tx,
    subjectIds: readonly string[],
    born: readonly EscalationRow[],
    now: number,
  ): Promise<Climbed[]> {
    const due = await dueEscalations(tx, subjectIds, now);
    const rows = [...due.filter(({ id }) => born.every((row) => row.id !== id)), ...born];
    const units = await unitsOf(
      tx,
      rows.map(({ subjectId }) => subjectId),
    );
    const people = new RecipientCache(this.recipients, tx, now);
    const climbed: Climbed[] = [];
    for (const row of rows) {
      const unitId = units.get(row.subjectId) ?? null;
      climbed.push(
        await climb(row, now, async (targets) =>
          people.ofAll(await behindFacts(tx, targets, row.subjectId), unitId),
        ),
      );
    }
    return climbed;
  }

  /** What timers are for. Done last: a command takes the subjects as the firing has left them. */
  private async act(tx: Tx, fired: readonly FiredDeadline[], now: number): Promise<void> {
    for (const { deadline, act } of fired) {
      if (act === null) continue;
      await this.doors.of(deadline.subjectType)?.actOnTime?.(tx, deadline.subjectId, act, now);
    }
  }

  private async write(
    tx: Tx,
    fired: readonly FiredDeadline[],
    climbed: readonly Climbed[],
    heads: Awaited<ReturnType<typeof lockHeads>>,
    now: number,
  ): Promise<void> {
    await saveDeadlines(
      tx,
      fired.map(({ deadline }) => deadline),
    );
    await saveEscalations(
      tx,
      climbed.map(({ row }) => row),
    );
    const steps = climbed.flatMap((climbing) => climbing.steps);
    await saveSteps(tx, steps);
    const entries = [
      ...fired.flatMap(({ entry }) => entry ?? []),
      ...climbed.flatMap((climbing) => climbing.entries),
    ];
    await appendToTimeline(tx, entries, heads);
    const units = await unitsOf(
      tx,
      fired.map(({ deadline }) => deadline.subjectId),
    );
    const people = new RecipientCache(this.recipients, tx, now);
    const grades = await gradesOf(
      tx,
      climbed.map(({ row }) => row.deadlineId),
    );
    await this.notifier.tell(
      tx,
      [
        ...stepNotifications(climbed, this.policies, grades),
        ...(await deadlineNotifications(fired, this.policies, async (targets, id) =>
          people.ofAll(await behindFacts(tx, targets, id), units.get(id) ?? null),
        )),
      ],
      now,
    );
    await addToStream(tx, await this.streamEvents(tx, fired, climbed), now);
    fired.forEach(({ kind, dueAt }) => {
      this.metrics.firedDeadlines.inc({ kind });
      this.metrics.firingLag.observe((now - dueAt) / 1000);
    });
    steps.forEach(({ dueAt }) => {
      this.metrics.firingLag.observe((now - dueAt) / 1000);
    });
  }

  private async streamEvents(
    tx: Tx,
    fired: readonly FiredDeadline[],
    climbed: readonly Climbed[],
  ): Promise<StreamEvent[]> {
    const subjects = [
      ...new Map(
        [...fired.map(({ deadline }) => deadline), ...climbed.map(({ row }) => row)].map(
          ({ subjectId, subjectType }) => [subjectId, { subjectId, subjectType }] as const,
        ),
      ).values(),
    ];
    const circles = await this.doors.circlesOf(tx, subjects);
    const circleOf = (id: string): readonly string[] | null => circles.get(id) ?? null;
    return [
      ...subjects.map(({ subjectId: id, subjectType }) => ({
        ...{ type: `${subjectType}.changed`, userId: null },
        ...{ data: { id }, circle: circleOf(id) },
      })),
      ...climbed.map(({ row: { id, subjectId, state } }) => ({
        ...{ type: 'escalation.changed', userId: null },
        ...{ data: { id, subjectId, state }, circle: circleOf(subjectId) },
      })),
    ];
  }
}

async function dueSubjects(tx: Tx, now: number): Promise<string[]> {
  const rows = await sql<{ subject_id: string }>(
    tx,
    `SELECT subject_id FROM (
       (SELECT subject_id, fire_at FROM deadlines WHERE fire_at <= $1 ORDER BY fire_at LIMIT ${String(BATCH)})
       UNION ALL
       (SELECT subject_id, fire_at FROM escalations WHERE fire_at <= $1 ORDER BY fire_at LIMIT ${String(BATCH)})
     ) due GROUP BY subject_id ORDER BY min(fire_at) LIMIT ${String(BATCH)}`,
    [new Date(now)],
  );
  return rows.map((row) => row.subject_id);
}

/** The responsible units of subjects, which targets like `unit:handler` mean. */
async function unitsOf(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, string>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await sql<{ id: string; unit_id: string | null }>(
    tx,
    "SELECT id, facts->>'unitId' AS unit_id FROM subjects WHERE id = ANY($1)",
    [subjectIds],
  );
  return new Map(
    rows.flatMap((row) => (row.unit_id === null ? [] : [[row.id, row.unit_id] as const])),
  );
}
