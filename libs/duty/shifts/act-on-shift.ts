import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Clock, Database, Nudges, notFound } from '#platform';
import type { Tx } from '#platform';
import { actorOf, refusalProblem } from '#workflow';
import type { Facts } from '#workflow';
import { DutyPolicy } from '../duty-policy.js';
import { handOverBy } from '../roster/shift-times.js';
import { ruleProblem } from '../rule-problem.js';
import { findAnyShift } from './planned-shifts.js';
import { ShiftCommands } from './shift-command.js';
import { nextShift } from './shift.repository.js';
import type { ShiftRow } from './shift.repository.js';

/** What people do to a shift, besides handing it over. */
export type ShiftAct =
  'sign-in' | 'sign-out' | 'log' | 'close-entry' | 'check' | 'plan-check' | 'answer';

/** A spot check leaves time for its answer before the shift ends. */
const CHECK_TAKES_MS = 10 * 60_000;

const FAR_AHEAD = {
  path: '',
  code: 'shift.far-ahead',
  message: { zh: '这个班次还早，现在不能操作', en: 'This shift lies too far ahead to act on it' },
};

@Injectable()
export class ActOnShift {
  constructor(
    private readonly database: Database,
    private readonly commands: ShiftCommands,
    private readonly policy: DutyPolicy,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** 404 no such shift; 403, 422 with every reason. */
  async run(
    shiftId: string,
    name: ShiftAct,
    user: RequestActor,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const row = await this.made(tx, shiftId, user);
      const computed = await this.computed(tx, row, name, now);
      const command = { shiftId, name, actor: actorOf(user), body, computed: () => computed };
      const decision = await this.commands.give(tx, command, now);
      if (decision === null) throw notFound('This shift');
      if (!decision.ok) throw refusalProblem(decision, user.locale);
      const next = name === 'sign-out' ? await nextShift(tx, row) : null;
      if (next !== null) await this.commands.passOn(tx, decision.subject, next.id, now);
    });
    this.nudges.send('stream', 'deadlines', 'outbox');
  }

  private async made(tx: Tx, shiftId: string, { locale }: RequestActor): Promise<ShiftRow> {
    const row = await findAnyShift(tx, shiftId, this.policy);
    if (row === null) throw notFound('This shift');
    if (row.version === 0) throw ruleProblem([FAR_AHEAD], locale);
    return row;
  }

  private async computed(tx: Tx, row: ShiftRow, name: ShiftAct, now: number): Promise<Facts> {
    switch (name) {
      case 'sign-in':
        // Where nobody follows, nobody can be handed over to.
        return (await nextShift(tx, row)) === null
          ? {}
          : { handOverBy: handOverBy(row.to, this.policy.shift) };
      case 'plan-check': {
        const from = Math.max(now, row.from) + 1;
        const to = row.to - CHECK_TAKES_MS;
        return from < to ? { checkAt: randomInt(from, to) } : {};
      }
      case 'sign-out':
      case 'log':
      case 'close-entry':
      case 'check':
      case 'answer':
        return {};
    }
  }
}
