import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { Clock, Database, Nudges, ProblemError, notFound } from '#platform';
import { SubjectDoors } from '#workflow';
import type { AckLinkView, AcknowledgedView, LinkState } from './ack.dto.js';
import { MessageActs } from './message-acts.js';
import { findLink, spendLink } from './message-links.js';
import type { MessageLink } from './message-links.js';

/** Acknowledging from a message: whoever holds the link acts as the person it was sent to, once. */
@Injectable()
export class AckLinks {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly doors: SubjectDoors,
    private readonly acts: MessageActs,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** What the link would do. It does nothing: programs that look at links before people do may ask. */
  async read(secret: string): Promise<AckLinkView> {
    const tx = this.database.reader;
    const link = await findLink(tx, secret);
    const escalation = link === null ? null : await this.acts.describe(tx, link.escalationId);
    if (link === null || escalation === null) throw unknown();
    const { clock, title, step, startedAt, subjectId, isOpen } = escalation;
    const subject = (await this.doors.namesOf(tx, [escalation])).get(subjectId);
    const names = await this.directory.names(tx, [link.userId]);
    return {
      state: stateOf(link, isOpen, this.clock.now()),
      escalation: { clock, title, step, startedAt: new Date(startedAt).toISOString() },
      subject: { number: subject?.number ?? '', title: subject?.title ?? '' },
      user: { name: names.get(link.userId) ?? '' },
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /**
   * Acknowledges, and uses the link up, in one transaction: a refusal leaves it as it was. 404 unknown, 410 used or
   * expired, 422 over.
   */
  async use(secret: string): Promise<AcknowledgedView> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const link = await spendLink(tx, secret, now);
      if (link === null) throw whyNot(await findLink(tx, secret), now);
      await this.acts.acknowledge(tx, link.escalationId, link.userId, now);
    });
    this.nudges.send('stream', 'deadlines');
    return { acknowledgedAt: new Date(now).toISOString() };
  }
}

function stateOf(link: MessageLink, isOpen: boolean, now: number): LinkState {
  if (link.usedAt !== null) return 'used';
  if (!isOpen) return 'over';
  return link.expiresAt.getTime() <= now ? 'expired' : 'valid';
}

const unknown = (): ProblemError => notFound('This link');

function whyNot(link: MessageLink | null, now: number): ProblemError {
  if (link === null) return unknown();
  return link.usedAt === null && link.expiresAt.getTime() <= now
    ? new ProblemError(410, 'link.expired', 'This link was valid for 30 minutes, which are over.')
    : new ProblemError(410, 'link.used', 'This link was used already; it works once.');
}
