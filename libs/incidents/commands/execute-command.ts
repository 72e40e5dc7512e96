import { Injectable } from '@nestjs/common';
import { reachedBy } from '#escalation';
import { Redactor } from '#intake';
import { ClaimIndex } from '#knowledge';
import { Clock, Database, Nudges, isId, newId, sql } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, paramsOfBody, withDerived } from '#workflow';
import type { Accepted, Actor, Facts, Loaded, Refusal } from '#workflow';
import { IncidentConfig } from '../incident-config.js';
import { KeepJudgement } from '../judgement/keep-judgement.js';
import { giveMentionsBack, holdersOf, moveMentions } from '../merge/move-mentions.js';
import { keepClaimInStep } from './keep-claim.js';
import { project } from '../projector.js';
import { mentionedBlind, tellTheRoom } from '../room/news.js';
import { FreezeRecord } from '../record/freeze-record.js';
import { announce } from '../sight/announce.js';
import { maySee } from '../sight/sight.js';
import { Publications, changedVerdict } from '../verification/publications.js';
import { givenTo } from '../plan/given-actions.js';
import { computedParams } from './computed-params.js';
import { danglingReferences } from './references.js';

export interface IncidentCommand {
  readonly incidentId: string;
  readonly name: string;
  readonly actor: Actor;
  /** The version that the user saw; null stands for the newest one, where nothing can be overwritten. */
  readonly expectedVersion: number | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the program itself knows and no request may say: parameters that are `computed`. */
  readonly computed?: Facts;
}

export type Executed = { readonly ok: true; readonly version: number } | Refusal | null;

export const SYSTEM: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };

/** Every change of an incident after its creation. */
@Injectable()
export class ExecuteCommand {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly config: IncidentConfig,
    private readonly redactor: Redactor,
    private readonly claims: ClaimIndex,
    private readonly record: FreezeRecord,
    private readonly judgements: KeepJudgement,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
    private readonly publications: Publications,
  ) {}

  /** Runs in a transaction of its own. Null: there is no such incident. */
  async run(command: IncidentCommand): Promise<Executed> {
    const executed = await this.database.transaction((tx) =>
      this.within(tx, command, this.clock.now()),
    );
    if (executed?.ok === true) this.nudges.send('stream', 'deadlines', 'outbox');
    return executed;
  }

  /** Runs in the caller's transaction. A refusal has written nothing. */
  async within(tx: Tx, command: IncidentCommand, now: number): Promise<Executed> {
    const locked = await this.lock(tx, command);
    const loaded = locked.get(command.incidentId);
    if (loaded === undefined || !(await maySee(tx, command.incidentId, command.actor))) return null;
    const other = otherOf(command, loaded, locked);
    const typed = {
      ...this.paramsOf(command, loaded, other, now),
      ...(await fileNamed(tx, command)),
    };
    const dangling = await danglingReferences(tx, command.incidentId, typed);
    if (dangling.length > 0) return { ok: false, kind: 'refused', reasons: dangling };
    const blind = await mentionedBlind(tx, command.incidentId, typed);
    if (blind.length > 0) return maySeeNothing(blind);
    const { name, actor } = command;
    const plan = await givenTo(tx, name, typed, { facts: loaded.subject.facts, actor });
    if (!plan.ok) return plan;
    const rules = loaded.definition.commands.get(name)?.params ?? {};
    const params = { ...typed, ...declared(rules, plan.computed) };
    const expectedVersion = command.expectedVersion ?? loaded.subject.version;
    const seen = await this.judgements.seenBy(tx, loaded, { name, actor, params }, now);
    const given = { ...params, ...(seen !== null && declared(rules, { seen: seen.sha256 })) };
    const asked = { name, actor, params: given, expectedVersion };
    const decision = this.runtime.decide(loaded, asked, now);
    if (!decision.ok) return decision;
    await this.apply(tx, loaded, decision, now);
    if (seen !== null) await this.judgements.keep(tx, seen, decision);
    await this.consequences(tx, decision, other, now);
    return { ok: true, version: decision.subject.version };
  }

  /** Merging touches several incidents: all are locked at once, in the order of their ids. */
  private async lock(
    tx: Tx,
    { name, incidentId, body }: IncidentCommand,
  ): Promise<Map<string, Loaded>> {
    const ids = [incidentId, ...(await othersTouched(tx, { name, incidentId, body }))];
    const locked = await this.runtime.lock(tx, ids);
    const loaded = locked.get(incidentId);
    if (loaded !== undefined) {
      // Asked only for commands that somebody may give because a ladder has reached them.
      const reached = isForReached(loaded, name) ? await reachedBy(tx, incidentId) : [];
      const openReviews =
        name === 'archive' ? await this.publications.openReviews(tx, incidentId) : 0;
      locked.set(incidentId, withDerived(loaded, { reached, openReviews }));
    }
    return locked;
  }

  private paramsOf(
    { name, body, computed }: IncidentCommand,
    loaded: Loaded,
    other: Loaded | undefined,
    now: number,
  ): Facts {
    const rules = loaded.definition.commands.get(name)?.params ?? {};
    const params = paramsOfBody(rules, body, this.redactor.clean, newId);
    const { matrix } = this.config;
    const { facts } = loaded.subject;
    const ours = computedParams(name, params, { matrix, other, facts, now });
    return { ...params, ...computed, ...declared(rules, ours) };
  }

  private async apply(tx: Tx, loaded: Loaded, decision: Accepted, now: number): Promise<void> {
    await this.runtime.persist(tx, loaded, decision, now);
    await project(tx, decision, now);
    await announce(tx, decision, loaded.subject.facts, now);
  }

  private async consequences(
    tx: Tx,
    decision: Accepted,
    other: Loaded | undefined,
    now: number,
  ): Promise<void> {
    const { id } = decision.subject;
    const type = decision.events[0]?.type;
    if (type === 'merged' && other !== undefined) {
      await moveMentions(tx, id, other.subject.id);
      await this.bySystem(tx, other, 'absorb', { fromId: id }, now);
    }
    if (type === 'unmerged') await this.releaseFrom(tx, await giveMentionsBack(tx, id), id, now);
    if (type === 'verdict-set') await this.tellOfVerdict(tx, decision, now);
    if (type === 'archived') await this.record.run(tx, id, decision.subject.facts, now);
    await keepClaimInStep(tx, this.claims, decision);
    await tellTheRoom(tx, decision, now);
  }

  private async tellOfVerdict(tx: Tx, { subject, events }: Accepted, now: number): Promise<void> {
    const changed = changedVerdict(subject, events[0]);
    if (changed !== null) await this.publications.verdictChanged(tx, changed, now);
  }

  private async releaseFrom(
    tx: Tx,
    holders: readonly string[],
    fromId: string,
    now: number,
  ): Promise<void> {
    const locked = await this.runtime.lock(tx, holders);
    for (const holder of locked.values())
      await this.bySystem(tx, holder, 'release', { fromId }, now);
  }

  private async bySystem(
    tx: Tx,
    loaded: Loaded,
    name: string,
    params: Facts,
    now: number,
  ): Promise<void> {
    const decision = this.runtime.decide(
      loaded,
      { name, actor: SYSTEM, params, expectedVersion: null },
      now,
    );
    if (!decision.ok)
      throw new Error(`the program's own ${name} was refused: ${JSON.stringify(decision.reasons)}`);
    await this.apply(tx, loaded, decision, now);
  }
}

/** An open incident keeps the rules with which it began: what they do not know is not told to them. */
const declared = (rules: object, computed: Facts): Facts =>
  Object.fromEntries(Object.entries(computed).filter(([name]) => Object.hasOwn(rules, name)));

/** The hash of a file that was sent before; a file that is being sent brings its own. */
async function fileNamed(tx: Tx, command: IncidentCommand): Promise<Facts> {
  const id = command.body['attachmentId'];
  if (command.name !== 'attach' || command.computed !== undefined) return {};
  const [row] = await sql<{ sha256: string }>(
    tx,
    'SELECT sha256 FROM attachments WHERE incident_id = $1 AND id::text = $2',
    [command.incidentId, typeof id === 'string' ? id.toLowerCase() : ''],
  );
  return row === undefined ? {} : { sha256: row.sha256 };
}

const isForReached = ({ definition }: Loaded, name: string): boolean =>
  definition.commands.get(name)?.who.some((who) => typeof who === 'object' && 'listed' in who) ===
  true;

/** The incidents besides its own that a command will change. */
async function othersTouched(
  tx: Tx,
  { name, incidentId, body }: Pick<IncidentCommand, 'name' | 'incidentId' | 'body'>,
): Promise<string[]> {
  const into = body['intoId'];
  if (name === 'merge') return typeof into === 'string' && isId(into) ? [into] : [];
  return name === 'unmerge' ? holdersOf(tx, incidentId) : [];
}

function otherOf(
  { name, body }: IncidentCommand,
  loaded: Loaded,
  locked: Map<string, Loaded>,
): Loaded | undefined {
  const into = body['intoId'];
  if (name !== 'merge' || typeof into !== 'string' || into === loaded.subject.id) return undefined;
  return locked.get(into);
}

const maySeeNothing = (paths: readonly string[]): Refusal => ({
  ok: false,
  kind: 'refused',
  reasons: paths.map((path) => ({
    code: 'mention.no-sight',
    path,
    message: {
      zh: '这位同事看不到本事件，请先指派或会商',
      en: 'This colleague cannot see the incident; assign it or consult first',
    },
  })),
});
