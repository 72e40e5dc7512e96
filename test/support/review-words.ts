import type { Person } from './people.js';
import type { Send } from './duty-words.js';
import { ALL_CHECKS, Text, aChannel } from './texts.js';

interface Newsroom {
  readonly drafter: Person;
  /** Of the drafter's unit. */
  readonly reviewer: Person;
  readonly leader: Person;
}

/** Writes the words into every field that joint review has, and has them published, corrected and withdrawn. */
export async function writeIntoReview(
  { drafter, reviewer, leader }: Newsroom,
  incidentId: string,
  words: string,
  address: string,
  send: Send,
): Promise<void> {
  const channelId = await aChannel(drafter);
  const given = { incidentId, title: words, body: words, channelIds: [channelId] };
  const { id } = (await send(drafter, 'POST /releases', null, given)) as { id: string };
  const text = await Text.open(drafter, id);
  await text.give(drafter, 'revise', { title: words, body: `${words} 2` });
  await text.give(drafter, 'submit');
  await text.give(reviewer, 'reject', { reason: words });
  await text.give(drafter, 'submit');
  await text.give(reviewer, 'approve', { ...ALL_CHECKS, note: words });
  await text.give(leader, 'approve', { ...ALL_CHECKS, note: words });
  const links = { links: [{ channelId, url: address }], captureText: words };
  await text.give(leader, 'publish', links);
  await text.give(drafter, 'correct', { title: words, body: `${words} 3`, reason: words });
  await text.give(reviewer, 'approve', ALL_CHECKS);
  await text.give(leader, 'approve', ALL_CHECKS);
  await text.give(leader, 'publish', links);
  await text.give(drafter, 'ask-withdrawal', { reason: words });
  await text.give(leader, 'withdraw', { reason: words });
}
