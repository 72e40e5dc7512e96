import { Injectable } from '@nestjs/common';
import { Clarifications } from '#knowledge';
import { ExecuteCommand } from '#incidents';
import { newId, sha256 } from '#platform';
import type { Tx } from '#platform';
import type { Accepted, Facts, Reason } from '#workflow';
import { channelReasons, channelsById } from '../commands/channel-reasons.js';
import { incidentFacts } from '../commands/incident-facts.js';
import { reason } from '../commands/prepared.js';
import type { Given, Prepared } from '../commands/prepared.js';
import { ReleaseConfig } from '../release-config.js';
import { SYSTEM } from '../system.js';
import { textFact, numberFact } from '../texts/facts.js';
import { versionOf } from '../texts/text.repository.js';
import { filesOf } from './attachment.repository.js';
import { hashOfPublic, publicRecord } from './public-record.js';
import { addPublication } from './publication.repository.js';
import type { Publication, PublishedAt } from './publication.repository.js';
import { isWebAddress, linkReasons, linksOf, verdictReasons } from './publish-reasons.js';

/** What follows when a text goes out: it is recorded, its incident hears of it, and the library keeps the answer. */
@Injectable()
export class PreparePublication {
  constructor(
    private readonly config: ReleaseConfig,
    private readonly clarifications: Clarifications,
    private readonly incidents: ExecuteCommand,
  ) {}

  async run({ tx, loaded, actor, typed, now }: Given): Promise<Prepared> {
    const { id: releaseId, facts } = loaded.subject;
    const links = linksOf(typed);
    const ids = links.map(({ channelId }) => channelId);
    const channels = await channelsById(tx, [...ids, ...channelsIn(facts)]);
    const incident = await incidentFacts(tx, textFact(facts, 'incidentId'));
    const text = await versionOf(tx, releaseId, numberFact(facts, 'textVersion'));
    if (text === null) throw new Error(`release ${releaseId} has no text`);
    const capture = await captureOf(tx, typed, incident?.id ?? null);
    const published = links.flatMap(({ channelId, url }): PublishedAt[] => {
      const channel = typeof channelId === 'string' ? channels.get(channelId) : undefined;
      if (channel === undefined || typeof url !== 'string') return [];
      return [{ channelId: channel.id, channel: channel.name, url: url.trim() }];
    });
    const record = await publicRecord(tx, {
      ...{ releaseId, facts, incident, text, issuedBy: this.config.issuedBy.zh },
      links: published
        .filter(({ url }) => isWebAddress(url))
        .map(({ channel, url }) => ({ channel, url })),
      publishedAt: numberFact(facts, 'publishedAt') ?? now,
    });
    const correctedFor = textFact(facts, 'correctionReason');
    const isCorrection = numberFact(facts, 'publishedVersion') !== null;
    const recordSha256 = record === null ? null : hashOfPublic(record);
    return {
      params: {
        textVersion: text.version,
        sha256: text.sha256,
        ...(recordSha256 !== null && { recordSha256 }),
        ...(capture.sha256 !== null && { captureSha256: capture.sha256 }),
        ...(isCorrection && { correctedFor: correctedFor ?? '' }),
      },
      reasons: [
        ...linkReasons(facts, links, channels),
        ...(await channelReasons(tx, ids, (index) => `links.${String(index)}.channelId`)),
        ...verdictReasons(facts, incident),
        ...capture.reasons,
      ],
      write: async () => {
        const publication: Publication = {
          ...{ id: newId(), kind: isCorrection ? 'corrected' : 'published', version: text.version },
          ...{ links: published, reason: isCorrection ? correctedFor : null, recordSha256 },
          ...{ captureId: capture.id, captureText: capture.text, captureSha256: capture.sha256 },
          ...{ byId: actor.id ?? '', at: new Date(now) },
        };
        await addPublication(tx, releaseId, publication);
        if (record !== null)
          await this.clarifications.keep(
            tx,
            { ...record, ...(isCorrection && { correctedFor: correctedFor ?? '' }) },
            now,
          );
        const said = isCorrection
          ? { name: 'correct-publication', body: { releaseId, reason: correctedFor ?? text.title } }
          : { name: 'publish', body: { releaseId, title: text.title } };
        await this.tellIncident(tx, facts, said, now);
      },
    };
  }

  /** It stays on record, and in the library, marked as withdrawn. */
  withdrawal({ tx, loaded, actor, typed, now }: Given): Prepared {
    const { id: releaseId, facts } = loaded.subject;
    const why = textFact(typed, 'reason') ?? '';
    const write = async (_: Accepted): Promise<void> => {
      await addPublication(tx, releaseId, {
        ...{ id: newId(), kind: 'withdrawn', version: numberFact(facts, 'publishedVersion') ?? 0 },
        ...{ links: [], reason: why, recordSha256: null },
        ...{ captureId: null, captureText: null, captureSha256: null },
        ...{ byId: actor.id ?? '', at: new Date(now) },
      });
      const kept = await this.clarifications.find(tx, releaseId);
      if (kept !== null) await this.clarifications.keep(tx, { ...kept, withdrawnFor: why }, now);
      const said = { name: 'withdraw-publication', body: { releaseId, reason: why } };
      await this.tellIncident(tx, facts, said, now);
    };
    return { params: {}, write };
  }

  private async tellIncident(
    tx: Tx,
    facts: Facts,
    { name, body }: { readonly name: string; readonly body: Readonly<Record<string, string>> },
    now: number,
  ): Promise<void> {
    const incidentId = textFact(facts, 'incidentId');
    if (incidentId === null) return;
    const command = { incidentId, name, actor: SYSTEM, expectedVersion: null, body };
    const executed = await this.incidents.within(tx, command, now);
    if (executed?.ok !== true)
      throw new Error(`the incident refused ${name}: ${JSON.stringify(executed)}`);
  }
}

const channelsIn = (facts: Facts): readonly unknown[] => {
  const ids = facts['channels'];
  return Array.isArray(ids) ? ids : [];
};

interface Capture {
  readonly id: string | null;
  readonly text: string | null;
  readonly sha256: string | null;
  readonly reasons: readonly Reason[];
}

/** How the page looked: a file of the incident, or the text of the page. */
async function captureOf(tx: Tx, typed: Facts, incidentId: string | null): Promise<Capture> {
  const [id, text] = [textFact(typed, 'captureId'), textFact(typed, 'captureText')];
  if (id !== null) {
    const file = (await filesOf(tx, [id])).get(id.toLowerCase());
    if (file?.incidentId === incidentId)
      return { id: file.id, text: null, sha256: file.sha256, reasons: [] };
    const unknown = reason(
      'publish.capture-unknown',
      'captureId',
      '这个事件没有这个附件',
      'The incident has no such file',
    );
    return { id: null, text: null, sha256: null, reasons: [unknown] };
  }
  if (text === null || text.trim() === '') return { id, text: null, sha256: null, reasons: [] };
  return { id, text, sha256: sha256(text), reasons: [] };
}
