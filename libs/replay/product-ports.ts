import type { INestApplicationContext } from '@nestjs/common';
import { AcknowledgeEscalation, Sweep, liveDeadlinesOf, reachedBy } from '#escalation';
import { AddMentions, ExecuteCommand, LogIncident } from '#incidents';
import { Database, MessageWork, ProblemError, sql } from '#platform';
import type { ManualClock } from '#platform';
import { DeadlineBook, Definitions, readSubject } from '#workflow';
import type { Actor } from '#workflow';
import type { Act, Instant, OfficeRole, Sighting } from './core/index.js';
import type {
  Executed,
  IncidentDraft,
  IncidentView,
  ReplayPorts,
  StartedEscalation,
} from './ports.js';
import { ANSWER_COMMANDS, AnswerDesk, isAboutAnswer } from './answers.js';
import type { Person } from './staff.js';
import { viewOfSubject } from './view.js';

/** The real product behind the ports of a replay: the same use cases as by hand, on a clock that is moved. */
export class ProductPorts implements ReplayPorts {
  private readonly database: Database;
  private readonly sweep: Sweep;
  private readonly messages: MessageWork;
  private readonly answers: AnswerDesk;
  private readonly told = new Set<string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: ManualClock,
    private readonly staff: readonly Person[],
  ) {
    this.database = app.get(Database, { strict: false });
    this.sweep = app.get(Sweep, { strict: false });
    this.messages = app.get(MessageWork, { strict: false });
    this.answers = new AnswerDesk(app, this.database.reader);
  }

  readonly setNow = (at: Instant): void => {
    this.clock.moveTo(Math.max(at, this.clock.now()));
  };

  readonly openIncident = async ({
    sightings,
    place,
    ...words
  }: IncidentDraft): Promise<string> => {
    const actor = this.personOf('monitor', null);
    const incident = {
      ...words,
      place,
      occurredAt: null,
      severity: null,
      mentions: sightings.map(mentionOf),
    };
    const logged = await this.app.get(LogIncident, { strict: false }).run(incident, actor);
    if (!logged.ok) throw new Error(`logging was refused: ${JSON.stringify(logged.reasons)}`);
    return logged.id;
  };

  readonly addSighting = async (incidentId: string, sighting: Sighting): Promise<void> => {
    const mentions = this.app.get(AddMentions, { strict: false });
    await this.database.transaction((tx) =>
      mentions.within(tx, incidentId, [mentionOf(sighting)], this.clock.now()),
    );
  };

  readonly viewOf = async (incidentId: string): Promise<IncidentView> => {
    const tx = this.database.reader;
    const definitions = this.app.get(Definitions, { strict: false });
    const loaded = await readSubject(
      tx,
      incidentId,
      definitions,
      this.app.get(DeadlineBook, { strict: false }),
    );
    if (loaded === null) throw new Error(`incident ${incidentId} is not there`);
    const clocks = (await liveDeadlinesOf(tx, [incidentId])).flatMap(
      ({ clock, startedAt, dueAt, state }) =>
        state === 'running' && dueAt !== null ? [{ clock, startedAt, dueAt }] : [],
    );
    const answer = await this.answers.stateOf(incidentId);
    const view = viewOfSubject(loaded.definition, loaded.subject, { clocks, answer });
    return { ...view, allowed: new Set([...view.allowed, ...ANSWER_COMMANDS]) };
  };

  readonly execute = async (incidentId: string, act: Act): Promise<Executed> => {
    const isOfUnit = act.role === 'handler' || act.role === 'reviewer';
    const actor = this.personOf(act.role, isOfUnit ? await this.unitOf(incidentId) : null);
    const executed = isAboutAnswer(act)
      ? await this.answers.execute(incidentId, act, actor)
      : await this.command(incidentId, act, actor);
    await this.messages.runWaiting();
    return executed;
  };

  private async command(incidentId: string, act: Act, actor: Actor): Promise<Executed> {
    const executed = await this.app.get(ExecuteCommand, { strict: false }).run({
      incidentId,
      name: act.command,
      actor,
      expectedVersion: null,
      body: { ...act.params },
    });
    if (executed?.ok === true) return { ok: true };
    return {
      ok: false,
      codes: executed === null ? ['not-found'] : executed.reasons.map(({ code }) => code),
    };
  }

  readonly nextDue = (): Promise<Instant | null> => this.sweep.nextInstant();

  readonly fireDue = async (): Promise<readonly StartedEscalation[]> => {
    const now = this.clock.now();
    await this.sweep.run(now);
    const rows = await sql<{ subject_id: string; seq: number; id: string; clock: string }>(
      this.database.reader,
      `SELECT subject_id, seq, data->>'escalationId' AS id, data->>'clock' AS clock FROM timeline
       WHERE at = $1 AND (type = 'acknowledgement-lapsed' OR type = 'ladder-step' AND data->>'ordinal' = '1')`,
      [new Date(now)],
    );
    return rows.flatMap(({ subject_id, seq, id, clock }) => {
      const key = `${subject_id} ${String(seq)}`;
      if (this.told.has(key)) return [];
      this.told.add(key);
      return [{ id, incidentId: subject_id, clock, startedAt: now }];
    });
  };

  readonly acknowledge = async (escalationId: string, role: OfficeRole): Promise<void> => {
    const person = await this.whoMayAcknowledge(escalationId, role);
    if (person === null) return;
    try {
      await this.app.get(AcknowledgeEscalation, { strict: false }).run(escalationId, person, null);
    } catch (error) {
      // It is over already: that is an answer, not a failure.
      if (!(error instanceof ProblemError) || error.status !== 422) throw error;
    }
  };

  private async whoMayAcknowledge(
    escalationId: string,
    role: OfficeRole,
  ): Promise<(Actor & { id: string }) | null> {
    if (role === 'officer') return this.personOf('officer', null);
    const [row] = await sql<{ subject_id: string }>(
      this.database.reader,
      'SELECT subject_id FROM escalations WHERE id = $1 AND ended_at IS NULL',
      [escalationId],
    );
    if (row === undefined) return null;
    const reached = new Set(await reachedBy(this.database.reader, row.subject_id));
    const person = this.staff.find(({ id, roles }) => reached.has(id) && roles.includes(role));
    return person === undefined ? null : actorOf(person);
  }

  private async unitOf(incidentId: string): Promise<string | null> {
    const [row] = await sql<{ unit_id: string | null }>(
      this.database.reader,
      'SELECT unit_id FROM incidents WHERE id = $1',
      [incidentId],
    );
    return row?.unit_id ?? null;
  }

  /** Whose turn it is: people of a role take turns by the day, so that no chance is needed. */
  private personOf(role: OfficeRole, unitId: string | null): Actor & { readonly id: string } {
    const able = this.staff.filter(
      (person) => person.roles.includes(role) && (unitId === null || person.unitId === unitId),
    );
    const person = able[Math.floor(this.clock.now() / 86_400_000) % Math.max(able.length, 1)];
    if (person === undefined) throw new Error(`the office has nobody who is ${role}`);
    return actorOf(person);
  }
}

const actorOf = ({ id, roles, unitId }: Person): Actor & { readonly id: string } => ({
  kind: 'user',
  id,
  roles,
  unitId,
});

const mentionOf = ({ source, url, title, observedAt, rank }: Sighting) => ({
  source,
  url,
  text: title,
  seenAt: observedAt,
  rank,
  views: null,
});
