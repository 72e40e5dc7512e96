import { hashOf } from '#platform';
import type { Tx } from '#platform';
import { FINDINGS } from '#knowledge';
import type { Clarification, KeptClarification } from '#knowledge';
import type { Facts } from '#workflow';
import { filesOf } from './attachment.repository.js';
import type { IncidentFacts } from '../commands/incident-facts.js';
import { idsFact, textFact } from '../texts/facts.js';
import type { ReleaseText } from '../texts/text.repository.js';

type PublicFields = Pick<
  KeptClarification,
  'title' | 'claim' | 'verdict' | 'answer' | 'evidence' | 'links' | 'issuedBy'
>;

/** SHA-256 of what the public is shown, in canonical JSON (RFC 8785): the timeline holds it. */
export const hashOfPublic = (shown: PublicFields | Clarification): string =>
  hashOf({
    title: shown.title,
    claim: shown.claim,
    verdict: shown.verdict,
    answer: shown.answer,
    evidence: shown.evidence,
    links: shown.links,
    issuedBy: shown.issuedBy,
  });

/**
 * What goes into the library and onto the public pages, with the verdict on which the reviewers judged the text. Null
 * for a notice without an incident, and while nothing has been found out: there is no answer before there is a finding.
 */
export async function publicRecord(
  tx: Tx,
  given: {
    readonly releaseId: string;
    readonly facts: Facts;
    readonly incident: IncidentFacts | null;
    readonly text: ReleaseText;
    readonly links: KeptClarification['links'];
    readonly issuedBy: string;
    readonly publishedAt: number;
  },
): Promise<KeptClarification | null> {
  const { releaseId, facts, incident, text, links, issuedBy, publishedAt } = given;
  const verdict = FINDINGS.find((finding) => finding === textFact(facts, 'verdict'));
  if (incident === null || verdict === undefined) return null;
  return {
    id: releaseId,
    origin: 'release',
    releaseId,
    incidentId: incident.id,
    title: text.title,
    claim: incident.claim,
    place: incident.place,
    verdict,
    answer: text.body,
    evidence: await evidenceShown(tx, incident, idsFact(facts, 'evidence') ?? []),
    links,
    issuedBy,
    publishedAt,
    public: true,
  };
}

/** The items of the incident that the reviewers were shown, without who added them. */
export async function evidenceShown(
  tx: Tx,
  incident: IncidentFacts,
  ids: readonly string[],
): Promise<KeptClarification['evidence']> {
  const rows = incident.evidence.filter(({ id }) => typeof id === 'string' && ids.includes(id));
  const files = await filesOf(
    tx,
    rows.flatMap(({ attachmentId }) => (typeof attachmentId === 'string' ? [attachmentId] : [])),
  );
  return rows.map(({ text, url, attachmentId }) => {
    const file = typeof attachmentId === 'string' ? files.get(attachmentId) : undefined;
    return {
      text: typeof text === 'string' ? text : '',
      url: typeof url === 'string' ? url : null,
      file: file === undefined ? null : { name: file.name, sha256: file.sha256 },
    };
  });
}
