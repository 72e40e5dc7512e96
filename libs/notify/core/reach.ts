import { CHANNEL_NAMES } from './channel-name.js';
import type { ChannelName } from './channel-name.js';
import { SEVERITIES } from './severity.js';
import type { Severity } from './severity.js';

/** Which channels a person wants to be reached on, best first, for each severity. */
export type ChannelOrder = Readonly<Record<Severity, readonly ChannelName[]>>;

/** What is known of how somebody can be reached. */
export interface Reachable {
  /** As they stand with the person, best way first; other kinds than ours (telephone) may be among them. */
  readonly contacts: readonly { readonly channel: string; readonly address: string }[];
  /** How many browsers show them notifications. */
  readonly browsers: number;
  /** Null while they have not said anything. */
  readonly order: ChannelOrder | null;
}

/** A channel with the person's address there. Browsers have none of their own: all of them are asked. */
export interface Way {
  readonly channel: ChannelName;
  readonly address: string;
}

/** The ways to a person for a matter of this severity, in the order in which they are tried. */
export function channelsFor(
  person: Reachable,
  severity: Severity,
  available: ReadonlySet<ChannelName>,
): Way[] {
  const wanted = person.order?.[severity] ?? usualOrder(person);
  return [...new Set(wanted)].flatMap((channel) => {
    const address = addressOf(person, channel);
    return address === null || !available.has(channel) ? [] : [{ channel, address }];
  });
}

/** The first address on this channel; null when the person has none. */
export function addressOf(person: Reachable, channel: ChannelName): string | null {
  if (channel === 'push') return person.browsers > 0 ? '' : null;
  return person.contacts.find((contact) => contact.channel === channel)?.address ?? null;
}

/** For whoever has not said anything: as their contacts are listed, and browsers last, since they may be closed. */
export const orderOf = (person: Reachable): ChannelOrder =>
  person.order ?? {
    I: usualOrder(person),
    II: usualOrder(person),
    III: usualOrder(person),
    IV: usualOrder(person),
    unrated: usualOrder(person),
  };

function usualOrder({ contacts, browsers }: Reachable): ChannelName[] {
  const listed = contacts.flatMap(
    ({ channel }) => CHANNEL_NAMES.find((name) => name === channel) ?? [],
  );
  return [...new Set([...listed, ...(browsers > 0 ? (['push'] as const) : [])])];
}

/** Reads what is stored; null when it has not the shape of an order. */
export function readOrder(
  stored: Readonly<Record<string, readonly string[]>> | null,
): ChannelOrder | null {
  if (stored === null) return null;
  const listOf = (severity: Severity) =>
    (stored[severity] ?? []).flatMap((text) => CHANNEL_NAMES.find((name) => name === text) ?? []);
  const [I, II, III, IV, unrated] = SEVERITIES.map(listOf);
  return { I: I ?? [], II: II ?? [], III: III ?? [], IV: IV ?? [], unrated: unrated ?? [] };
}
