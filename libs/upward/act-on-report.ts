import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { RequestActor } from '#identity';
import { ExecuteCommand, readIncident } from '#incidents';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, addToOutbox, jobOf, notFound, sha256 } from '#platform';
import type { Tx } from '#platform';
import { actorOf, refusalProblem } from '#workflow';
import type { Actor, Refusal } from '#workflow';
import { cleanFields } from './clean-fields.js';
import { receiverColumns } from './draft-report.js';
import { mailReport } from './mail/mail-report.job.js';
import { mailsOf, queueMail } from './mail/mail.repository.js';
import { Papers } from './papers.js';
import { Receivers } from './receivers.js';
import { ReportCommands } from './report-commands.js';
import type { EditReportBody } from './report.dto.js';
import { BOTH, NO_MAIL, NO_RECEIVER, TOO_LONG, reportProblem } from './report-problems.js';
import type { ReportProblem } from './report-problems.js';
import type { ReportRow } from './report.repository.js';

/** What the incident's own record takes (config/workflows/incident.yaml, record-upward-report). */
const RECORD_LIMIT = 20_000;

interface Act {
  /** The version that was seen; the newest, when left out. */
  readonly expectedVersion?: number;
}

/** What people do with a report after it was begun: edit, send, acknowledge, return, discard. */
@Injectable()
export class ActOnReport {
  constructor(
    private readonly database: Database,
    private readonly commands: ReportCommands,
    private readonly incidents: ExecuteCommand,
    private readonly receivers: Receivers,
    private readonly papers: Papers,
    private readonly directory: Directory,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async edit(id: string, body: EditReportBody, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const row = await this.commands.lock(tx, id);
      const { row: next, problems } = await this.edited(tx, row, body);
      // Whether it may be edited at all is for the rules to say first.
      const command = {
        ...{ id, name: 'edit', actor: actorOf(user), expectedVersion: body.expectedVersion },
        params: next.receiverUnitId === null ? {} : { receiverUnitId: next.receiverUnitId },
      };
      const given = await this.commands.give(tx, command, next, now);
      if (!given.ok) throw refusalProblem(given, user.locale);
      if (problems.length > 0) throw reportProblem(problems, user.locale);
    });
  }

  /** 签发: the words are frozen, the incident's own record keeps them, and its clocks are met. */
  async send(id: string, { expectedVersion }: Act, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const row = await this.commands.lock(tx, id);
      const incident = await readIncident(tx, row.incidentId);
      if (incident === null) throw notFound('This report');
      const sentText = this.papers.text({ ...row, sentAt: new Date(now) }, now);
      const hash = sha256(sentText);
      const receivers =
        row.receiverUnitId === null ? [] : await this.directory.usersInUnit(tx, row.receiverUnitId);
      const next: ReportRow = {
        ...{ ...row, sentText, sha256: hash, sentBy: user.id, sentAt: new Date(now) },
      };
      const given = await this.commands.give(
        tx,
        {
          ...{ id, name: 'send', actor: actorOf(user), expectedVersion: expectedVersion ?? null },
          params: { severity: incident.severity, sha256: hash, receivers },
        },
        next,
        now,
      );
      if (!given.ok) throw refusalProblem(given, user.locale);
      const problems = this.sendingProblems(next);
      if (problems.length > 0) throw reportProblem(problems, user.locale);
      await this.recordIn(tx, next, user, now);
      await this.mail(tx, next, now);
    });
  }

  async withdraw(id: string, { expectedVersion }: Act, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const row = await this.commands.lock(tx, id);
      const command = { id, name: 'withdraw', actor: actorOf(user), params: {} };
      const seen = { expectedVersion: expectedVersion ?? null };
      const given = await this.commands.give(tx, { ...command, ...seen }, row, now);
      if (!given.ok) throw refusalProblem(given, user.locale);
    });
  }

  /** The e-mail once more, after somebody has seen that it may not have arrived. */
  async resend(id: string, { expectedVersion }: Act, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const row = await this.commands.lock(tx, id);
      const [mail] = await mailsOf(tx, [id]);
      const command = {
        ...{ id, name: 'resend', actor: actorOf(user), expectedVersion: expectedVersion ?? null },
        params: mail === undefined ? {} : { mail: mail.state },
      };
      const given = await this.commands.give(tx, command, row, now);
      if (!given.ok) throw refusalProblem(given, user.locale);
      await this.mail(tx, row, now);
    });
  }

  /** By somebody of the unit above: acknowledged, or with a question returned. */
  async answer(
    id: string,
    { expectedVersion, question }: Act & { readonly question?: string },
    user: RequestActor,
  ): Promise<void> {
    await this.inOne(async (tx, now) => {
      const seen = expectedVersion ?? null;
      const refusal = await this.answered(tx, id, actorOf(user), question ?? null, seen, now);
      if (refusal !== null) throw refusalProblem(refusal, user.locale);
    });
  }

  /** The same in the caller's transaction, for whoever holds the link of the e-mail, too. Null: it was done. */
  async answered(
    tx: Tx,
    id: string,
    actor: Actor,
    question: string | null,
    expectedVersion: number | null,
    now: number,
  ): Promise<Refusal | null> {
    const row = await this.commands.lock(tx, id);
    const asked = question === null ? null : this.redactor.clean(question);
    const command = {
      ...{ id, name: asked === null ? 'acknowledge' : 'return', actor, expectedVersion },
      params: asked === null ? {} : { question: asked },
    };
    const next = {
      ...{ ...row, question: asked, answeredBy: actor.id, answeredAt: new Date(now) },
    };
    const given = await this.commands.give(tx, command, next, now);
    return given.ok ? null : given;
  }

  private async edited(
    tx: Tx,
    row: ReportRow,
    { title, body, fields, ...wanted }: EditReportBody,
  ): Promise<{ row: ReportRow; problems: readonly ReportProblem[] }> {
    const { clean } = this.redactor;
    const content = {
      ...(title !== undefined && { title: clean(title) }),
      ...(body !== undefined && { body: clean(body), fields: null }),
      ...(fields !== undefined && { fields: cleanFields(fields, clean), body: null }),
    };
    const both = body !== undefined && fields !== undefined ? [BOTH] : [];
    const { receiverUnitId, receiverCode } = wanted;
    if (receiverUnitId === undefined && receiverCode === undefined)
      return { row: { ...row, ...content }, problems: both };
    const receiver = await this.receivers.wanted(tx, {
      ...(receiverUnitId !== undefined && { receiverUnitId }),
      ...(receiverCode !== undefined && { receiverCode }),
    });
    return 'message' in receiver
      ? { row: { ...row, ...content }, problems: [...both, receiver] }
      : { row: { ...row, ...content, ...receiverColumns(receiver) }, problems: both };
  }

  private sendingProblems(row: ReportRow): ReportProblem[] {
    const isUnaddressed =
      row.receiverCode !== null && this.receivers.addressOf(row.receiverCode) === null;
    return [
      ...(row.receiverName === null ? [NO_RECEIVER] : []),
      ...(isUnaddressed ? [NO_MAIL] : []),
      ...((row.sentText ?? '').length > RECORD_LIMIT ? [TOO_LONG] : []),
    ];
  }

  /** The incident's clocks for reports are met by its own command, given by the leader who sends. */
  private async recordIn(tx: Tx, row: ReportRow, user: RequestActor, now: number): Promise<void> {
    const executed = await this.incidents.within(
      tx,
      {
        ...{ incidentId: row.incidentId, name: 'record-upward-report', actor: actorOf(user) },
        ...{ expectedVersion: null, body: { type: row.type, text: row.sentText } },
      },
      now,
    );
    if (executed === null) throw notFound('This incident');
    if (!executed.ok) throw refusalProblem(executed, user.locale);
  }

  private async mail(tx: Tx, { id, receiverCode }: ReportRow, now: number): Promise<void> {
    if (receiverCode === null) return;
    await queueMail(tx, id, now);
    await addToOutbox(tx, [jobOf(mailReport, { reportId: id })], now);
  }

  private async inOne(work: (tx: Tx, now: number) => Promise<void>): Promise<void> {
    await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'deadlines', 'outbox');
  }
}
