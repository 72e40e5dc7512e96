import { Injectable } from '@nestjs/common';
import { EscalationPolicies, deadlinesOf, liveDeadlinesOf, presentDeadline } from '#escalation';
import type { DeadlineView } from '#escalation';
import { Directory } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, notFound } from '#platform';
import type { Tx } from '#platform';
import { Definitions, SubjectDoors, actorOf, allowedCommands, readSubjects } from '#workflow';
import { missingFields } from './core/index.js';
import type { ReportBlock } from './core/index.js';
import { mailsOf } from './mail/mail.repository.js';
import { Papers } from './papers.js';
import { derivedFacts } from './report-commands.js';
import { refuseUnlessSeen } from './report-sight.js';
import type { ReportBlockView, ReportItem, ReportView } from './report.dto.js';
import { findReport } from './report.repository.js';
import type { ReportRow } from './report.repository.js';

@Injectable()
export class ReportPresenter {
  constructor(
    private readonly definitions: Definitions,
    private readonly doors: SubjectDoors,
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  /** 404 when there is none that the reader may know of. */
  async one(tx: Tx, id: string, reader: RequestActor): Promise<ReportView> {
    await refuseUnlessSeen(tx, id, reader);
    const row = await findReport(tx, id);
    if (row === null) throw notFound('This report');
    const [item] = await this.list(tx, [row]);
    const [loaded] = await readSubjects(tx, [id], this.definitions);
    if (item === undefined || loaded === undefined) throw notFound('This report');
    const now = this.clock.now();
    const derived = await derivedFacts(tx, row.incidentId);
    const subject = { ...loaded.subject, facts: { ...loaded.subject.facts, ...derived } };
    const [mail] = await mailsOf(tx, [id]);
    const allowed = allowedCommands(loaded.definition, subject, actorOf(reader), now)
      .map(({ command }) => command)
      .filter((command) => command !== 'resend' || isStuck(mail?.state));
    return {
      ...item,
      deadlines: (await deadlinesOf(tx, id)).map((one) => presentDeadline(one, this.policies, now)),
      fields: row.fields,
      body: row.sentText ?? this.papers.text(row, now),
      missing: row.fields === null ? [] : missingFields(row.fields),
      blocks: this.papers.blocks(row, now).map(blockView),
      allowed,
    };
  }

  /** In a handful of queries for any number. */
  async list(tx: Tx, rows: readonly ReportRow[]): Promise<ReportItem[]> {
    const now = this.clock.now();
    const ids = rows.map(({ id }) => id);
    const people = await this.directory.names(
      tx,
      rows.flatMap((row) =>
        [row.draftedBy, row.sentBy, row.answeredBy].filter((id) => id !== null),
      ),
    );
    const incidents = await this.doors.namesOf(
      tx,
      rows.map(({ incidentId }) => ({ subjectType: 'incident', subjectId: incidentId })),
    );
    const mails = new Map((await mailsOf(tx, ids)).map((mail) => [mail.reportId, mail]));
    const deadlines = await liveDeadlinesOf(tx, ids);
    const deadlinesBy = (id: string): DeadlineView[] =>
      deadlines
        .filter(({ subjectId }) => subjectId === id)
        .map((one) => presentDeadline(one, this.policies, now));
    const person = (id: string | null) => (id === null ? null : { id, name: people.get(id) ?? '' });
    return rows.map((row) => {
      const mail = mails.get(row.id);
      return {
        id: row.id,
        incident: { id: row.incidentId, ...(incidents.get(row.incidentId) ?? NO_NAME) },
        ...{ type: row.type, number: row.number, state: row.state, version: row.version },
        ...{ title: row.title, question: row.question, sha256: row.sha256 },
        sender: row.senderName,
        receiver: receiverOf(row),
        draftedBy: { id: row.draftedBy, name: people.get(row.draftedBy) ?? '' },
        sentBy: person(row.sentBy),
        answeredBy: person(row.answeredBy),
        createdAt: row.createdAt.toISOString(),
        sentAt: row.sentAt?.toISOString() ?? null,
        answeredAt: row.answeredAt?.toISOString() ?? null,
        deadlines: deadlinesBy(row.id),
        mail: mail === undefined ? null : { state: mail.state, reason: mail.reason },
      };
    });
  }
}

const NO_NAME = { number: '', title: '' };

const isStuck = (mail: string | undefined): boolean => mail === 'failed' || mail === 'in-doubt';

const receiverOf = (row: ReportRow): ReportItem['receiver'] =>
  row.receiverName === null
    ? null
    : { unitId: row.receiverUnitId, code: row.receiverCode, name: row.receiverName };

export const blockView = (block: ReportBlock): ReportBlockView => ({
  is: block.is,
  heading: block.is === 'item' ? block.heading : null,
  text: block.text,
});
