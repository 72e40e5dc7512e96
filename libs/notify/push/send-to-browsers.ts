import type { Tx } from '#platform';
import type { Channel, OutgoingMessage, SendContext, SendResult } from '../channels/channel.js';
import { removeSubscription, subscriptionsOf } from './subscriptions.js';

/** Shows a message in all browsers of a person, and forgets those that are gone for good. */
export async function sendToBrowsers(
  tx: Tx,
  channel: Channel,
  userId: string,
  message: OutgoingMessage,
  context: SendContext,
): Promise<SendResult> {
  const subscriptions = await subscriptionsOf(tx, userId);
  const results = await Promise.all(
    subscriptions.map(async (subscription) => {
      const result = await channel.send(JSON.stringify(subscription), message, context);
      if (result.state === 'failed' && result.code === 'gone') {
        await removeSubscription(tx, userId, subscription.endpoint);
      }
      return result;
    }),
  );
  return together(results);
}

/** One browser that shows it is enough. Trying again is safe only as long as no other may have shown it. */
export function together(results: readonly SendResult[]): SendResult {
  const failed = results.filter((result) => result.state === 'failed');
  return (
    results.find(({ state }) => state === 'delivered') ??
    results.find(({ state }) => state === 'in-doubt') ??
    failed.find(({ retry }) => retry) ??
    failed.at(-1) ?? {
      state: 'failed',
      code: 'gone',
      reason: 'no browser shows notifications any more',
      retry: false,
    }
  );
}
