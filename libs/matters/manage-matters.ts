import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { IncidentConfig, maySee, readIncident } from '#incidents';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, addToStream, newId, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, actorOf, refusalProblem } from '#workflow';
import type { Accepted, Actor, Facts } from '#workflow';
import type { EditMatterBody, LinkBody, MatterBody } from './matter.dto.js';
import { decideLink } from './link.repository.js';
import {
  NO_INCIDENT,
  TOO_EARLY,
  TOO_LONG,
  UNKNOWN_CATEGORY,
  UNKNOWN_UNIT,
  matterProblem,
} from './matter-problems.js';
import type { MatterProblem } from './matter-problems.js';
import { MATTER_STATES, findMatter, saveMatter } from './matter.repository.js';
import type { MatterRow, MatterState } from './matter.repository.js';

const A_YEAR_MS = 366 * 24 * 3_600_000;
const SYSTEM: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };

interface Act {
  /** The version that was seen; the newest, when left out. */
  readonly expectedVersion?: number;
}

interface Given {
  readonly name: string;
  readonly params: Facts;
  readonly expectedVersion?: number | undefined;
}

/** 重要事项: from a unit's first words to the end of what they are about. */
@Injectable()
export class ManageMatters {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly config: IncidentConfig,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the id. 422 with every reason. */
  async create(body: MatterBody, user: RequestActor): Promise<string> {
    const id = newId();
    await this.inOne(async (tx, now) => {
      await this.refuseNonsense(tx, body, user, now);
      const { unitId } = user;
      const times = timesOf(body);
      const params = { ...times, ...(unitId !== null && { unitId }) };
      const command = { name: 'create', actor: actorOf(user), params, expectedVersion: null };
      const decision = await this.runtime.create(tx, 'matter', id, command, now);
      if (!decision.ok) throw refusalProblem(decision, user.locale);
      if (unitId === null) throw new Error('a matter without a unit was accepted');
      await this.saved(
        tx,
        decision,
        { ...this.blank(id, unitId, user, now), ...this.words(body, unitId) },
        now,
      );
    });
    return id;
  }

  async edit(id: string, body: EditMatterBody, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const { expectedVersion } = body;
      const row = await this.locked(tx, id);
      const next = { ...row, ...this.words(body, row.unitId) };
      const given = { name: 'edit', params: timesOf(body), expectedVersion };
      await this.refuseNonsense(tx, body, user, now);
      await this.give(tx, next, given, user, now);
    });
  }

  async report(id: string, { expectedVersion }: Act, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const row = await this.locked(tx, id);
      const params = { endsAt: row.endsAt.getTime() };
      const next = { ...row, question: null, reportedAt: new Date(now) };
      await this.give(tx, next, { name: 'report', params, expectedVersion }, user, now);
    });
  }

  async receive(id: string, { expectedVersion }: Act, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const row = await this.locked(tx, id);
      const next = { ...row, receivedBy: user.id, receivedAt: new Date(now) };
      await this.give(tx, next, { name: 'receive', params: {}, expectedVersion }, user, now);
    });
  }

  async return(
    id: string,
    typed: string,
    { expectedVersion }: Act,
    user: RequestActor,
  ): Promise<void> {
    await this.inOne(async (tx, now) => {
      const question = this.redactor.clean(typed);
      const next = { ...(await this.locked(tx, id)), question };
      await this.give(
        tx,
        next,
        { name: 'return', params: { question }, expectedVersion },
        user,
        now,
      );
    });
  }

  async cancel(
    id: string,
    typed: string,
    { expectedVersion }: Act,
    user: RequestActor,
  ): Promise<void> {
    await this.inOne(async (tx, now) => {
      const reason = this.redactor.clean(typed);
      const next = { ...(await this.locked(tx, id)), reason };
      await this.give(tx, next, { name: 'cancel', params: { reason }, expectedVersion }, user, now);
    });
  }

  /** A person says whether an incident is about the matter. The last word counts. */
  async decide(id: string, { incidentId, decision }: LinkBody, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const row = await this.locked(tx, id);
      const incident = await readIncident(tx, incidentId);
      if (incident === null || !(await maySee(tx, incidentId, actorOf(user))))
        throw matterProblem([NO_INCIDENT], user.locale);
      const name = decision === 'confirm' ? 'link' : 'dismiss-link';
      await this.give(tx, row, { name, params: { incidentId } }, user, now);
      const state = decision === 'confirm' ? 'confirmed' : 'dismissed';
      await decideLink(tx, { matterId: id, incidentId, state }, user.id, now);
    });
  }

  /** As the program itself; a refusal is an answer. */
  async actOnTime(tx: Tx, id: string, name: string, now: number): Promise<void> {
    const row = await this.locked(tx, id);
    const loaded = (await this.runtime.lock(tx, [id])).get(id);
    if (loaded === undefined) return;
    const command = { name, actor: SYSTEM, params: {}, expectedVersion: null };
    const decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok) return;
    await this.runtime.persist(tx, loaded, decision, now);
    await this.saved(tx, decision, row, now);
  }

  /** The lock comes before the reading: whoever waited reads what the other has written. */
  private async locked(tx: Tx, id: string): Promise<MatterRow> {
    await this.runtime.lock(tx, [id]);
    const row = await findMatter(tx, id);
    if (row === null) throw notFound('This matter');
    return row;
  }

  private async give(
    tx: Tx,
    next: MatterRow,
    { name, params, expectedVersion }: Given,
    user: RequestActor,
    now: number,
  ): Promise<void> {
    const loaded = (await this.runtime.lock(tx, [next.id])).get(next.id);
    if (loaded === undefined) throw notFound('This matter');
    const seen = expectedVersion ?? loaded.subject.version;
    const command = { name, actor: actorOf(user), params, expectedVersion: seen };
    const decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok) throw refusalProblem(decision, user.locale);
    await this.runtime.persist(tx, loaded, decision, now);
    await this.saved(tx, decision, next, now);
  }

  private async saved(tx: Tx, { subject }: Accepted, row: MatterRow, now: number): Promise<void> {
    const { state, version } = subject;
    await saveMatter(tx, { ...row, state: stateOf(state), version, updatedAt: new Date(now) });
    const data = { id: row.id, state, version };
    const circle = [row.unitId];
    await addToStream(tx, [{ type: 'matter.changed', userId: null, data, circle }], now);
  }

  /** What no database should be asked to keep, or rules to reckon with. */
  private async refuseNonsense(
    tx: Tx,
    body: MatterBody,
    { locale }: RequestActor,
    now: number,
  ): Promise<void> {
    const { category, contactUnitId } = body;
    const isKnown = this.config.categories.some(({ code }) => code === category);
    const { startsAt, endsAt } = timesOf(body);
    const problems: MatterProblem[] = [
      ...(category === undefined || isKnown ? [] : [UNKNOWN_CATEGORY]),
      ...(startsAt < now - A_YEAR_MS ? [TOO_EARLY] : []),
      ...(endsAt - startsAt > A_YEAR_MS ? [TOO_LONG] : []),
      ...(contactUnitId === undefined || (await isUnit(tx, contactUnitId)) ? [] : [UNKNOWN_UNIT]),
    ];
    if (problems.length > 0) throw matterProblem(problems, locale);
  }

  /** What was typed, after the redactor. */
  private words(body: MatterBody, ownUnitId: string) {
    const { clean } = this.redactor;
    return {
      ...{ title: clean(body.title), kind: body.kind, category: body.category ?? null },
      ...{ what: clean(body.what), place: clean(body.place) },
      startsAt: new Date(body.startsAt),
      endsAt: new Date(body.endsAt),
      questions: body.questions.map(({ question, answer }) => ({
        question: clean(question),
        answer: clean(answer),
      })),
      contactUnitId: body.contactUnitId ?? ownUnitId,
    };
  }

  private blank(id: string, unitId: string, { id: createdBy }: RequestActor, now: number) {
    const at = new Date(now);
    return {
      ...{
        id,
        unitId,
        createdBy,
        createdAt: at,
        updatedAt: at,
        state: 'draft' as const,
        version: 1,
      },
      ...{ question: null, reason: null, receivedBy: null, reportedAt: null, receivedAt: null },
    };
  }

  private async inOne(work: (tx: Tx, now: number) => Promise<void>): Promise<void> {
    await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'deadlines', 'outbox');
  }
}

const timesOf = ({ startsAt, endsAt }: Pick<MatterBody, 'startsAt' | 'endsAt'>) => ({
  startsAt: Date.parse(startsAt),
  endsAt: Date.parse(endsAt),
});

const stateOf = (state: string): MatterState =>
  MATTER_STATES.find((one) => one === state) ?? 'draft';

const isUnit = async (tx: Tx, id: string): Promise<boolean> =>
  (await sql(tx, 'SELECT 1 FROM units WHERE id = $1', [id])).length > 0;
