import { Injectable } from '@nestjs/common';
import { Redactor } from '#intake';
import { addToStream, newId } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, paramsOfBody } from '#workflow';
import type { Accepted, Actor, Decision, Facts, Loaded, Subject } from '#workflow';
import { logOf } from './log.js';
import { projectShift } from './shift.repository.js';

export const SYSTEM: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };

/** A command to a shift, with what was typed and what the program adds. */
export interface ShiftCommand {
  readonly shiftId: string;
  readonly name: string;
  readonly actor: Actor;
  /** The version that was seen; null where nothing can be overwritten. */
  readonly expectedVersion?: number | null;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Parameters that the program computes, given what the shift is now. */
  readonly computed?: (loaded: Loaded) => Facts;
}

/** Every change of a shift after it was made passes here. */
@Injectable()
export class ShiftCommands {
  constructor(
    private readonly runtime: WorkflowRuntime,
    private readonly redactor: Redactor,
  ) {}

  /** Runs in the caller's transaction. Null: no such shift. A refusal has written nothing. */
  async give(tx: Tx, command: ShiftCommand, now: number): Promise<Decision | null> {
    const { shiftId, name, actor, body = {}, computed } = command;
    const loaded = (await this.runtime.lock(tx, [shiftId])).get(shiftId);
    if (loaded === undefined) return null;
    const rules = loaded.definition.commands.get(name)?.params ?? {};
    const params = {
      ...paramsOfBody(rules, body, this.redactor.clean, newId),
      ...computed?.(loaded),
    };
    const expectedVersion = command.expectedVersion ?? loaded.subject.version;
    const decision = this.runtime.decide(loaded, { name, actor, params, expectedVersion }, now);
    if (decision.ok) await this.apply(tx, loaded, decision, now);
    return decision;
  }

  /**
   * What is open in the log of a shift, and was not handed over before, goes on in the log of the one that follows:
   * also when nobody has handed it over.
   */
  async passOn(
    tx: Tx,
    { facts }: Pick<Subject, 'facts'>,
    nextShiftId: string,
    now: number,
  ): Promise<Decision | null> {
    const since = typeof facts['handedOverAt'] === 'number' ? facts['handedOverAt'] : -Infinity;
    const entries = logOf({ facts })
      .filter(({ open, at }) => open && at > since)
      .map(({ source, text }) => ({ id: newId(), source, text, open: true }));
    if (entries.length === 0) return null;
    const command = { shiftId: nextShiftId, name: 'receive', actor: SYSTEM };
    return this.give(tx, { ...command, computed: () => ({ entries }) }, now);
  }

  private async apply(tx: Tx, loaded: Loaded, decision: Accepted, now: number): Promise<void> {
    await this.runtime.persist(tx, loaded, decision, now);
    await projectShift(tx, decision);
    await tellPages(tx, decision, now);
  }
}

/** Open pages fetch the shift again. */
export async function tellPages(tx: Tx, { subject }: Accepted, now: number): Promise<void> {
  const { id, state, version } = subject;
  await addToStream(
    tx,
    [{ type: 'shift.changed', userId: null, data: { id, state, version } }],
    now,
  );
}
