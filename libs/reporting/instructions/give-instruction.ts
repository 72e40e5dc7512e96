import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { maySee, readIncident } from '#incidents';
import { Redactor } from '#intake';
import { Recipients } from '#notify';
import { Clock, Database, Nudges, newId, sql } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, actorOf, refusalProblem } from '#workflow';
import type { Facts, Reason } from '#workflow';
import { openReport } from '../comments/open-report.js';
import type { OpenReport } from '../comments/open-report.js';
import type { InstructionBody } from './instruction.dto.js';
import {
  DISCARDED,
  EMPTY_UNIT,
  UNKNOWN_INCIDENT,
  UNKNOWN_SECTION,
  UNKNOWN_UNIT,
  withReasons,
} from './instruction-problems.js';
import { saveInstruction } from './instruction.repository.js';
import { tellPages } from './tell-pages.js';

/** 批示: a leader asks a unit for something, in the margin of a report. */
@Injectable()
export class GiveInstruction {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly recipients: Recipients,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the id. 404 for a report that they may not open, 403, 422 with every reason. */
  async run(reportId: string, body: InstructionBody, user: RequestActor): Promise<string> {
    const id = newId();
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const report = await openReport(tx, reportId, user);
      const text = this.redactor.clean(body.text);
      const params: Facts = {
        ...{ reportId, text, unitId: body.unitId.toLowerCase(), dueAt: Date.parse(body.dueAt) },
        ...(body.sectionKey !== undefined && { sectionKey: body.sectionKey }),
        ...(body.incidentId !== undefined && { incidentId: body.incidentId.toLowerCase() }),
      };
      const command = { name: 'create', actor: actorOf(user), params, expectedVersion: null };
      const decision = withReasons(
        this.runtime.conceive('instruction', id, command, now),
        await this.problems(tx, body, report, user),
      );
      if (!decision.ok) throw refusalProblem(decision, user.locale);
      await this.runtime.begin(tx, 'instruction', decision, now);
      await saveInstruction(tx, decision.subject, {
        ...{ text, result: null, reason: null, completedAt: null, closedAt: null },
        createdAt: new Date(now),
      });
      await tellPages(tx, decision.subject, now);
    });
    this.nudges.send('stream', 'deadlines', 'outbox');
    return id;
  }

  private async problems(
    tx: Tx,
    { unitId, incidentId, sectionKey }: InstructionBody,
    report: OpenReport,
    user: RequestActor,
  ): Promise<Reason[]> {
    const isUnit = (await sql(tx, 'SELECT 1 FROM units WHERE id = $1', [unitId])).length > 0;
    const context = { unitId, now: this.clock.now() };
    const hearing = isUnit ? await this.recipients.of(tx, `units:${unitId}`, context) : [];
    const isIncident =
      incidentId === undefined ||
      ((await readIncident(tx, incidentId)) !== null &&
        (await maySee(tx, incidentId, actorOf(user))));
    return [
      ...(report.state === 'discarded' ? [DISCARDED] : []),
      ...(sectionKey === undefined || report.sectionKeys.includes(sectionKey)
        ? []
        : [UNKNOWN_SECTION]),
      ...(isIncident ? [] : [UNKNOWN_INCIDENT]),
      ...(isUnit ? [] : [UNKNOWN_UNIT]),
      ...(isUnit && hearing.length === 0 ? [EMPTY_UNIT] : []),
    ];
  }
}
