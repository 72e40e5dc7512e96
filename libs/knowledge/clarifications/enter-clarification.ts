import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import {
  Clock,
  Database,
  ProblemError,
  appendToTimeline,
  lockHeads,
  newId,
  notFound,
} from '#platform';
import type { Tx } from '#platform';
import { Issuer } from '../issuer.js';
import type { EvidenceItem, KeptClarification, PublishedLink } from './clarification.js';
import type { EnterClarificationBody } from './clarification.dto.js';
import { addMatch, isIncidentKnown } from './clarification.repository.js';
import { Clarifications } from './clarifications.js';

/** An answer can be published by a clock that runs a little ahead of ours. */
const SKEW_MS = 5 * 60_000;
const TITLE_LENGTH = 200;

/** What people add to the library by hand: answers that were given elsewhere, and claims that came back. */
@Injectable()
export class EnterClarification {
  constructor(
    private readonly database: Database,
    private readonly library: Clarifications,
    private readonly redactor: Redactor,
    private readonly issuer: Issuer,
    private readonly clock: Clock,
  ) {}

  /** Answers the id. It is not public: what we publish goes through joint review. */
  async enter(body: EnterClarificationBody, user: RequestActor): Promise<string> {
    const now = this.clock.now();
    if (Date.parse(body.publishedAt) > now + SKEW_MS) throw notYetPublished();
    const kept = this.cleaned(body);
    await this.database.transaction(async (tx) => {
      await this.library.keep(tx, kept, now);
      const { title, claim, verdict, answer, evidence, links, issuedBy, publishedAt } = kept;
      await this.record(tx, kept.id, 'clarification.entered', user, now, {
        ...{ title, claim, verdict, answer, evidence, links, issuedBy },
        publishedAt: new Date(publishedAt).toISOString(),
      });
    });
    return kept.id;
  }

  /** A person says that an incident is this claim again. Saying it twice is saying it once. */
  async matched(id: string, incidentId: string, user: RequestActor): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      if ((await this.library.find(tx, id)) === null) throw notFound('This clarification');
      if (!(await isIncidentKnown(tx, incidentId))) throw notFound('This incident');
      if (await addMatch(tx, { id, incidentId, byId: user.id }, now))
        await this.record(tx, id, 'clarification.matched', user, now, { incidentId });
    });
  }

  private async record(
    tx: Tx,
    subjectId: string,
    type: 'clarification.entered' | 'clarification.matched',
    { id }: RequestActor,
    at: number,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const heads = await lockHeads(tx, [subjectId]);
    const entry = { subjectId, subjectType: 'clarification', at, type, data };
    await appendToTimeline(tx, [{ ...entry, actor: { kind: 'user', id } }], heads);
  }

  private cleaned(body: EnterClarificationBody): KeptClarification {
    const { clean } = this.redactor;
    const { claim, place, issuedBy, links = [] } = body;
    return {
      ...{ id: newId(), origin: 'entered', releaseId: null, incidentId: null, public: false },
      title: clean(body.title ?? claim.slice(0, TITLE_LENGTH)),
      claim: clean(claim),
      verdict: body.verdict,
      answer: clean(body.answer),
      evidence: body.evidence.map(({ text, url }): EvidenceItem => ({
        ...{ text: clean(text), url: url === undefined ? null : clean(url), file: null },
      })),
      links: links.map(({ channel, url }): PublishedLink => ({
        ...{ channel: clean(channel ?? new URL(url).hostname), url: clean(url) },
      })),
      issuedBy: issuedBy === undefined ? this.issuer.name : clean(issuedBy),
      publishedAt: Date.parse(body.publishedAt),
      ...(place !== undefined && { place: clean(place) }),
    };
  }
}

const notYetPublished = (): ProblemError =>
  new ProblemError(422, 'clarification.refused', 'Some values make no sense here.', {
    errors: [
      {
        path: 'publishedAt',
        message: { zh: '发布时间不能晚于现在', en: 'Must not be in the future' },
      },
    ],
  });
