import { z } from 'zod';

/** A browser's subscription, as `PushSubscription.toJSON()` gives it. 65 bytes are 87 characters, 16 are 22. */
export const subscriptionSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  keys: z.object({
    p256dh: z.string().regex(/^B[A-Za-z0-9_-]{86}=?$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}(==)?$/),
  }),
});

export type PushSubscription = z.infer<typeof subscriptionSchema>;

/** Reads the address of a `push` contact: the subscription as JSON. Null for anything else. */
export function parsePushAddress(address: string): PushSubscription | null {
  try {
    const read = subscriptionSchema.safeParse(JSON.parse(address));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * Whether an endpoint is one of the push services that the office allows. The browser tells us where to send to:
 * without this, anybody signed in could have the server call addresses within the house.
 */
export function isAllowedService(endpoint: string, services: readonly string[]): boolean {
  const { origin } = new URL(endpoint);
  return services.some((service) => {
    const [scheme = '', host = ''] = service.split('://*');
    return service.includes('://*.')
      ? origin.startsWith(`${scheme}://`) && origin.endsWith(host)
      : origin === service;
  });
}
