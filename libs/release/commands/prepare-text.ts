import type { Facts, Reason } from '#workflow';
import { textFact, idsFact, numberFact } from '../texts/facts.js';
import { versionOf } from '../texts/text.repository.js';
import { askingParams, authorsOf, evidenceChosen } from './asking.js';
import { channelReasons, listOf } from './channel-reasons.js';
import { incidentFacts } from './incident-facts.js';
import { newText } from './new-text.js';
import { reason } from './prepared.js';
import type { Given, Prepared } from './prepared.js';

/** A new version before it was published. What is not said again stays as it was. */
export async function prepareRevision(given: Given): Promise<Prepared> {
  const { tx, loaded, actor, typed, redacted, now } = given;
  const { id: releaseId, facts } = loaded.subject;
  const before = await versionOf(tx, releaseId, numberFact(facts, 'textVersion'));
  const title = typed['title'] ?? before?.title;
  const text = await newText(tx, {
    ...{ releaseId, facts, redacted, authorId: actor.id, now },
    ...{ title, body: typed['body'] },
  });
  const kept: Facts = {
    ...(title !== undefined && { title }),
    channelIds: typed['channelIds'] ?? idsFact(facts, 'channels') ?? [],
    ...('publishAt' in typed ? {} : keptTime(facts, now)),
    ...keptChoice(typed, facts),
  };
  return {
    ...text,
    params: { ...kept, ...text.params },
    reasons: [
      ...(await channelReasons(tx, listOf(kept['channelIds']), (index) => `channelIds.${index}`)),
      ...(await evidenceReasons(given)),
    ],
  };
}

/** A new text about what is out: written and handed in at once. */
export async function prepareCorrection(given: Given): Promise<Prepared> {
  const { tx, loaded, actor, typed, redacted, now } = given;
  const { id: releaseId, facts } = loaded.subject;
  const out = await versionOf(tx, releaseId, numberFact(facts, 'publishedVersion'));
  const title = typed['title'] ?? out?.title;
  const text = await newText(tx, {
    ...{ releaseId, facts, redacted, authorId: actor.id, now },
    ...{ title, body: typed['body'] },
  });
  const choice = keptChoice(typed, facts);
  const authors = [...authorsOf(facts), ...(actor.id === null ? [] : [actor.id])];
  const chosen = choice['allEvidence'] === true ? null : idsFact(choice, 'evidenceIds');
  const asking = await askingParams(tx, facts, authors, chosen);
  return {
    ...text,
    params: { ...(title !== undefined && { title }), ...choice, ...asking.params, ...text.params },
    reasons: [...asking.reasons, ...(await evidenceReasons(given))],
  };
}

export async function prepareSubmission({ tx, loaded }: Given): Promise<Prepared> {
  const { facts } = loaded.subject;
  const asking = await askingParams(tx, facts, authorsOf(facts), evidenceChosen(facts));
  const channels = idsFact(facts, 'channels') ?? [];
  return {
    params: asking.params,
    reasons: [...asking.reasons, ...(await channelReasons(tx, channels, () => 'channelIds'))],
  };
}

/** A time that has passed meanwhile is not carried on. */
function keptTime(facts: Facts, now: number): Facts {
  const at = numberFact(facts, 'publishAt');
  return at !== null && at > now ? { publishAt: at } : {};
}

/** What is said about evidence, or else was said before. */
function keptChoice(typed: Facts, facts: Facts): Facts {
  const ids = idsFact(typed, 'evidenceIds') ?? evidenceChosen(facts);
  return { allEvidence: ids === null, ...(ids !== null && { evidenceIds: ids }) };
}

/** Only what the incident rests on can be shown as evidence. */
async function evidenceReasons({
  tx,
  loaded,
  typed,
}: Pick<Given, 'tx' | 'loaded' | 'typed'>): Promise<Reason[]> {
  const chosen = listOf(typed['evidenceIds']);
  if (chosen.length === 0) return [];
  const incident = await incidentFacts(tx, textFact(loaded.subject.facts, 'incidentId'));
  return unknownEvidence(
    chosen,
    (incident?.evidence ?? []).map(({ id }) => id),
  );
}

export const unknownEvidence = (chosen: readonly unknown[], known: readonly unknown[]): Reason[] =>
  chosen.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          reason(
            'evidence.unknown',
            `evidenceIds.${String(index)}`,
            '这个事件没有这条依据',
            'The incident has no such evidence',
          ),
        ],
  );
