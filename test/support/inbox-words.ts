import type { Send } from './duty-words.js';
import type { Person } from './people.js';

/** Everything that is written about sources and mentions, with the same words in every place for words. */
export async function writeIntoInbox(
  by: Person,
  words: string,
  url: string,
  send: Send,
): Promise<void> {
  const source = { name: words, kind: 'manual', url, keywordRule: words };
  const { id } = (await send(by, 'POST /sources', null, source)) as { id: string };
  const renamed = { expectedVersion: 1, name: `${words} 2`, url, keywordRule: words };
  await send(by, 'PATCH /sources/{id}', id, renamed);
  await send(by, 'POST /sources/keywords/test', null, { rule: words, samples: [words] });
  const seenAt = new Date().toISOString();
  const sighting = { source: words, text: words, url, seenAt, externalId: words };
  const { mentionIds } = (await send(by, 'POST /mentions', null, sighting)) as {
    mentionIds: string[];
  };
  const discarded = { mentionIds, reason: words };
  const { actId } = (await send(by, 'POST /mentions/discard', null, discarded)) as {
    actId: string;
  };
  await send(by, 'POST /mentions/undo', null, { actId });
  const incident = { title: words, claim: words, kind: 'rumour', category: words, place: words };
  await send(by, 'POST /mentions/group', null, { mentionIds, new: incident });
}
