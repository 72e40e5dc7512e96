import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Notifier } from '#notify';
import { Clock, Database, Nudges, addToStream, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import { refusalProblem } from '#workflow';
import type { Reason } from '#workflow';
import { isOut } from '../core/index.js';
import type { CommentBody } from './comment.dto.js';
import { findComment, insertComment, resolveComment } from './comment.repository.js';
import { openReport } from './open-report.js';
import type { OpenReport } from './open-report.js';

const UNKNOWN_SECTION: Reason = {
  path: 'sectionKey',
  code: 'comment.unknown-section',
  message: { zh: '报告没有这一章节', en: 'The report has no such section' },
};
const DISCARDED: Reason = {
  code: 'comment.discarded-report',
  message: { zh: '报告已作废，不能再批注', en: 'The report was discarded' },
};

/** What people write in the margin of a report, and when it is dealt with. */
@Injectable()
export class WriteComment {
  constructor(
    private readonly database: Database,
    private readonly redactor: Redactor,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the id. 404 for a report that they may not open, 422 with every reason. */
  async add(
    reportId: string,
    { sectionKey, quote, text }: CommentBody,
    user: RequestActor,
  ): Promise<string> {
    const id = newId();
    await this.inOne(async (tx, now) => {
      const report = await openReport(tx, reportId, user);
      const reasons = [
        ...(report.sectionKeys.includes(sectionKey) ? [] : [UNKNOWN_SECTION]),
        ...(report.state === 'discarded' ? [DISCARDED] : []),
      ];
      if (reasons.length > 0)
        throw refusalProblem({ ok: false, kind: 'refused', reasons }, user.locale);
      await insertComment(tx, {
        ...{ id, reportId, sectionKey, text: this.redactor.clean(text), writtenBy: user.id },
        quote: quote === undefined ? null : this.redactor.clean(quote),
        ...{ writtenAt: new Date(now), resolvedBy: null, resolvedAt: null },
      });
      await this.tellDrafter(tx, report, id, user, now);
      await tellPages(tx, report, now);
    });
    return id;
  }

  /** Dealt with, or after all not. Whoever comes second changes nothing. */
  async settle(
    reportId: string,
    commentId: string,
    isResolved: boolean,
    user: RequestActor,
  ): Promise<void> {
    await this.inOne(async (tx, now) => {
      const report = await openReport(tx, reportId, user);
      if ((await findComment(tx, reportId, commentId)) === null) throw notFound('This comment');
      const resolved = isResolved ? { by: user.id, at: now } : null;
      if (await resolveComment(tx, commentId, resolved)) await tellPages(tx, report, now);
    });
  }

  private async tellDrafter(
    tx: Tx,
    { id, draftedBy }: OpenReport,
    commentId: string,
    writer: RequestActor,
    now: number,
  ): Promise<void> {
    if (draftedBy === null || draftedBy === writer.id) return;
    const notification = {
      ...{ cause: `report.commented:${commentId}`, userIds: [draftedBy] },
      ...{ topic: 'report.commented', subjectType: 'report', subjectId: id },
      ...{ escalationId: null, data: {} },
    };
    await this.notifier.tell(tx, [notification], now);
  }

  private async inOne(work: (tx: Tx, now: number) => Promise<void>): Promise<void> {
    await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'outbox');
  }
}

/** Comments of a draft are heard of by those who hear everything. */
const tellPages = (tx: Tx, { id, state }: OpenReport, now: number): Promise<void> => {
  const circle = isOut(state) ? null : [];
  return addToStream(
    tx,
    [{ type: 'report.changed', userId: null, data: { id, state }, circle }],
    now,
  );
};
