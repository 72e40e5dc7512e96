import { Injectable } from '@nestjs/common';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, addToStream, newId } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, paramsOfBody } from '#workflow';
import type { Accepted, Actor, Decision, Loaded, Reason, Refusal } from '#workflow';
import { asTicked } from '../core/index.js';
import { prepareFiling } from '../publication/file-release.js';
import { PreparePublication } from '../publication/prepare-publication.js';
import { circlesOf, maySeeRelease } from '../sight.js';
import { findRelease, saveRelease } from '../texts/release-row.js';
import { NOTHING } from './prepared.js';
import type { Given, Prepared } from './prepared.js';
import { prepareReview } from './prepare-review.js';
import { prepareCorrection, prepareRevision, prepareSubmission } from './prepare-text.js';

export interface ReleaseCommand {
  readonly releaseId: string;
  readonly name: string;
  readonly actor: Actor;
  /** The version that the user saw; null for the program itself. */
  readonly expectedVersion: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export type GivenAnswer = { readonly ok: true; readonly version: number } | Refusal | null;

/** Every change of a release after its creation. */
@Injectable()
export class GiveReleaseCommand {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly redactor: Redactor,
    private readonly publication: PreparePublication,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Runs in a transaction of its own. Null: there is no such release. */
  async run(command: ReleaseCommand): Promise<GivenAnswer> {
    const given = await this.database.transaction((tx) =>
      this.within(tx, command, this.clock.now()),
    );
    if (given?.ok === true) this.nudges.send('stream', 'deadlines', 'outbox');
    return given;
  }

  /** Runs in the caller's transaction. A refusal has written nothing. */
  async within(tx: Tx, command: ReleaseCommand, now: number): Promise<GivenAnswer> {
    const row = await findRelease(tx, command.releaseId);
    if (row === null || !(await maySeeRelease(tx, row.id, command.actor))) return null;
    // The incident is older than its release, so this is the order of their ids too.
    const ids = row.incidentId === null ? [row.id] : [row.incidentId, row.id];
    const loaded = (await this.runtime.lock(tx, ids)).get(row.id);
    if (loaded === undefined) return null;
    const { name, actor } = command;
    const given = this.given(tx, command, loaded, now);
    const prepared = await this.prepare(name, given);
    const params = { ...given.typed, ...prepared.params };
    const expectedVersion =
      command.expectedVersion ?? (actor.kind === 'system' ? null : loaded.subject.version);
    const decision = withReasons(
      this.runtime.decide(loaded, { name, actor, params, expectedVersion }, now),
      prepared.reasons ?? [],
    );
    if (!decision.ok) return decision;
    await this.runtime.persist(tx, loaded, withoutTexts(decision), now);
    await saveRelease(tx, decision.subject, prepared.title ?? row.title, now);
    await prepared.write?.(decision);
    await tellPages(tx, decision, now);
    return { ok: true, version: decision.subject.version };
  }

  private given(tx: Tx, { name, actor, body }: ReleaseCommand, loaded: Loaded, now: number): Given {
    const rules = loaded.definition.commands.get(name)?.params ?? {};
    const flat =
      name === 'approve' && 'checks' in body ? { ...body, checks: asTicked(body['checks']) } : body;
    return {
      ...{ tx, loaded, actor, now },
      typed: paramsOfBody(rules, flat, this.redactor.clean, newId),
      redacted: this.redactor.removedFrom([body['title'], body['body']]),
    };
  }

  private async prepare(name: string, given: Given): Promise<Prepared> {
    switch (name) {
      case 'revise':
        return prepareRevision(given);
      case 'submit':
        return prepareSubmission(given);
      case 'approve':
      case 'reject':
        return prepareReview(given, name);
      case 'publish':
        return this.publication.run(given);
      case 'correct':
        return prepareCorrection(given);
      case 'withdraw':
        return this.publication.withdrawal(given);
      case 'file':
        return prepareFiling(given);
      default:
        return NOTHING;
    }
  }
}

/** What the rules cannot see is told together with what they have found. */
export function withReasons(decision: Decision, reasons: readonly Reason[]): Decision {
  if (reasons.length === 0) return decision;
  if (decision.ok) return { ok: false, kind: 'refused', reasons };
  return { ...decision, reasons: [...decision.reasons, ...reasons] };
}

/** Texts lie on a shelf of their own; the timeline holds their hashes. */
export const withoutTexts = (decision: Accepted): Accepted => ({
  ...decision,
  events: decision.events.map((event) => ({
    ...event,
    params: Object.fromEntries(
      Object.entries(event.params).filter(([name]) => name !== 'body' && name !== 'captureText'),
    ),
  })),
});

export async function tellPages(tx: Tx, { subject }: Accepted, now: number): Promise<void> {
  const { id, state, version } = subject;
  const circle = (await circlesOf(tx, [id])).get(id) ?? [];
  const data = { id, state, version };
  await addToStream(tx, [{ type: 'release.changed', userId: null, data, circle }], now);
}
