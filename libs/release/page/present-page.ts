import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, notFound, readTimeline } from '#platform';
import type { TimelineEntry, Tx } from '#platform';
import { DeadlineBook, Definitions, actorOf, allowedCommands, readSubject } from '#workflow';
import type { Facts } from '#workflow';
import { channelsById } from '../commands/channel-reasons.js';
import { incidentFacts, shownEvidence } from '../commands/incident-facts.js';
import { evidenceChosen } from '../commands/asking.js';
import { findListed } from '../list/list-releases.js';
import { ReleaseRowPresenter } from '../list/present-rows.js';
import type { PersonRef } from '../list/release.dto.js';
import { evidenceShown } from '../publication/public-record.js';
import { publicationsOf } from '../publication/publication.repository.js';
import type { Publication } from '../publication/publication.repository.js';
import { ReleaseConfig } from '../release-config.js';
import { seenOf, ticksOf } from '../review/tick.repository.js';
import { textFact, idsFact, rowsFact } from '../texts/facts.js';
import { versionsOf } from '../texts/text.repository.js';
import type {
  PublicationView,
  ReleaseChannelView,
  ReleaseClaimView,
  ReleaseEventView,
  ReleasePageView,
  ReviewView,
} from './release-page.dto.js';

type Named = (id: string) => PersonRef;

/** Puts together everything that the page of one release shows to one person. */
@Injectable()
export class ReleasePagePresenter {
  constructor(
    private readonly rows: ReleaseRowPresenter,
    private readonly definitions: Definitions,
    private readonly book: DeadlineBook,
    private readonly directory: Directory,
    private readonly config: ReleaseConfig,
    private readonly clock: Clock,
  ) {}

  /** 404 when there is no such release, or it is not for this reader to see. */
  async present(tx: Tx, id: string, reader: RequestActor): Promise<ReleasePageView> {
    const actor = actorOf(reader);
    const listed = await findListed(tx, id, actor);
    const loaded = listed && (await readSubject(tx, id, this.definitions, this.book));
    if (listed === null || loaded === null) throw notFound('This release');
    const { facts } = loaded.subject;
    const [row] = await this.rows.present(tx, [listed]);
    if (row === undefined) throw notFound('This release');
    const versions = await versionsOf(tx, id);
    const publications = await publicationsOf(tx, id);
    const seen = await seenOf(tx, id);
    const reviews = rowsFact(facts, 'reviews');
    const timeline = await readTimeline(tx, id);
    const named = await this.named(tx, [
      ...versions.map(({ writtenBy }) => writtenBy),
      ...publications.map(({ byId }) => byId),
      ...seen.map(({ userId }) => userId),
      ...reviews.map(({ byId }) => String(byId)),
      ...timeline.flatMap(({ actor: { id: by } }) => by ?? []),
      ...[textFact(facts, 'withdrawalAskedBy')].filter((one) => one !== null),
    ]);
    const asker = textFact(facts, 'withdrawalAskedBy');
    const now = this.clock.now();
    const ticks = await ticksOf(tx, id, listed.textVersion, reader.id);
    return {
      ...row,
      versions: versions.map(({ writtenBy, writtenAt, ...text }) => ({
        ...text,
        writtenBy: named(writtenBy),
        writtenAt: writtenAt.toISOString(),
      })),
      allowed: allowedCommands(loaded.definition, loaded.subject, actor, now).map(
        ({ command, label, needs }) => ({
          command,
          label: label[reader.locale],
          needs: needs.map(({ code, message }) => ({ code, message: message[reader.locale] })),
        }),
      ),
      channels: await channelsOf(tx, idsFact(facts, 'channels') ?? []),
      claim: await claimOf(tx, facts, listed.state === 'draft'),
      reviews: reviews.map((review) => reviewView(review, named)),
      seen: seen.map(({ version, userId, at }) => ({
        version,
        by: named(userId),
        at: at.toISOString(),
      })),
      history: timeline.map((entry) => eventView(entry, named)),
      ticks: ticks.map(({ check, at }) => ({ check, at: new Date(at).toISOString() })),
      publications: publications.map((publication) => publicationView(publication, named)),
      issuedBy: this.config.issuedBy[reader.locale],
      wrote: rowsFact(facts, 'authors').some((author) => author['id'] === reader.id),
      correctionReason: textFact(facts, 'correctionReason'),
      withdrawalAskedBy: asker === null ? null : named(asker),
      recordSha256: textFact(facts, 'recordHash'),
      serverTime: new Date(now).toISOString(),
    };
  }

  private async named(tx: Tx, ids: readonly string[]): Promise<Named> {
    const names = await this.directory.names(tx, [...new Set(ids)]);
    return (id) => ({ id, name: names.get(id) ?? '' });
  }
}

async function channelsOf(tx: Tx, ids: readonly string[]): Promise<ReleaseChannelView[]> {
  const known = await channelsById(tx, ids);
  return ids.flatMap((id) => {
    const channel = known.get(id);
    return channel === undefined
      ? []
      : [{ id, name: channel.name, kind: channel.kind, active: channel.active }];
  });
}

/** While it is a draft, what it would be submitted with now; from then on, what the reviewers were given. */
async function claimOf(tx: Tx, facts: Facts, isDraft: boolean): Promise<ReleaseClaimView | null> {
  const incident = await incidentFacts(tx, textFact(facts, 'incidentId'));
  if (incident === null) return null;
  const evidence = isDraft
    ? shownEvidence(incident, evidenceChosen(facts))
    : (idsFact(facts, 'evidence') ?? []);
  const verdict = isDraft ? incident.verdict : (textFact(facts, 'verdict') ?? incident.verdict);
  const shown = await evidenceShown(tx, incident, evidence);
  return { claim: incident.claim, verdict, evidence: [...shown] };
}

const reviewView = (review: ReturnType<typeof rowsFact>[number], named: Named): ReviewView => ({
  version: Number(review['textVersion']),
  seat: String(review['seat']),
  outcome: String(review['outcome']),
  by: named(String(review['byId'])),
  note: typeof review['note'] === 'string' ? review['note'] : null,
  at: new Date(Number(review['at'])).toISOString(),
});

const publicationView = (
  { kind, version, links, reason, captureId, captureText, captureSha256, byId, at }: Publication,
  named: Named,
): PublicationView => ({
  ...{ kind, version, reason, captureId, captureText, captureSha256 },
  links: [...links],
  by: named(byId),
  at: at.toISOString(),
});

function eventView(
  { seq, type, actor, at, data, hash }: TimelineEntry,
  named: Named,
): ReleaseEventView {
  const params: unknown = data['params'];
  const given =
    typeof params === 'object' && params !== null
      ? new Map(Object.entries(params))
      : new Map<string, unknown>();
  const said: unknown = given.get('reason') ?? given.get('note') ?? given.get('correctedFor');
  const version: unknown = given.get('textVersion');
  return {
    ...{ seq, type, hash },
    by: actor.id === null ? null : named(actor.id),
    at: new Date(at).toISOString(),
    said: typeof said === 'string' && said !== '' ? said : null,
    version: typeof version === 'number' ? version : null,
  };
}
