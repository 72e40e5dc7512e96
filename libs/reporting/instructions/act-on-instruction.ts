import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, actorOf, paramsOfBody, refusalProblem } from '#workflow';
import type { Facts, WorkflowEvent } from '#workflow';
import { refuseUnlessSeen } from './instruction-sight.js';
import { findInstruction, saveInstruction } from './instruction.repository.js';
import type { InstructionRow } from './instruction.repository.js';
import { tellPages } from './tell-pages.js';

export interface InstructionCommand {
  readonly name: string;
  readonly expectedVersion: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What becomes of an instruction: done, accepted, returned, put off, withdrawn. */
@Injectable()
export class ActOnInstruction {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** 404 for one they may not know of, 403, 409 for a stale version, 422 with every reason. */
  async run(id: string, given: InstructionCommand, user: RequestActor): Promise<void> {
    await this.database.transaction((tx) => this.within(tx, id, given, user));
    this.nudges.send('stream', 'deadlines', 'outbox');
  }

  private async within(
    tx: Tx,
    id: string,
    { name, expectedVersion, body }: InstructionCommand,
    user: RequestActor,
  ): Promise<void> {
    const now = this.clock.now();
    await refuseUnlessSeen(tx, id, actorOf(user));
    const loaded = (await this.runtime.lock(tx, [id])).get(id);
    // Read behind the lock: whoever waited sees what the other has written.
    const row = await findInstruction(tx, id);
    if (loaded === undefined || row === null) throw notFound('This instruction');
    const rules = loaded.definition.commands.get(name)?.params ?? {};
    const params = paramsOfBody(rules, body, this.redactor.clean, newId);
    const command = { name, actor: actorOf(user), params, expectedVersion };
    const decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok) throw refusalProblem(decision, user.locale);
    await this.runtime.persist(tx, loaded, decision, now);
    await saveInstruction(tx, decision.subject, afterwards(row, decision.events, now));
    await tellPages(tx, decision.subject, now);
  }
}

/** The words beside the facts, after what has happened. */
function afterwards(
  row: InstructionRow,
  events: readonly WorkflowEvent[],
  now: number,
): InstructionRow {
  const at = new Date(now);
  return events.reduce((before, { type, params }) => {
    switch (type) {
      case 'done':
        return { ...before, result: textIn(params, 'result'), completedAt: at };
      case 'closed':
        return { ...before, closedAt: at };
      case 'returned':
        return { ...before, reason: textIn(params, 'reason'), completedAt: null };
      case 'withdrawn':
        return { ...before, reason: textIn(params, 'reason'), closedAt: at };
      default:
        return { ...before, reason: textIn(params, 'reason') ?? before.reason };
    }
  }, row);
}

const textIn = (params: Facts, name: string): string | null => {
  const value = params[name];
  return typeof value === 'string' ? value : null;
};
