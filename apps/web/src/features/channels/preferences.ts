import type { ChannelOrder, MyChannels, QuietHours } from '../../api/channels';
import type { Severity } from '../../api/types';

/** What a person changes before it is saved. Times stay typed when quiet hours are switched off and on again. */
export interface Preferences {
  readonly order: ChannelOrder;
  readonly isQuiet: boolean;
  readonly quiet: QuietHours;
}

const NIGHT: QuietHours = { from: '22:00', to: '07:00' };

export function preferencesOf({ order, quiet }: MyChannels): Preferences {
  return { order, isQuiet: quiet !== null, quiet: quiet ?? NIGHT };
}

/** What is sent. */
export function savedForm({ order, isQuiet, quiet }: Preferences) {
  return { order, quiet: isQuiet ? quiet : null };
}

export function quietIsWrong({ isQuiet, quiet: { from, to } }: Preferences): boolean {
  return isQuiet && (from === '' || to === '' || from === to);
}

/** The channel changes places with its neighbour. At the end of the list nothing happens. */
export function moved(list: readonly string[], channel: string, by: -1 | 1): readonly string[] {
  const at = list.indexOf(channel);
  const neighbour = list[at + by];
  if (at < 0 || neighbour === undefined) return list;
  return list.map((one) => (one === channel ? neighbour : one === neighbour ? channel : one));
}

export function withOrder(
  order: ChannelOrder,
  severity: Severity,
  list: readonly string[],
): ChannelOrder {
  return { ...order, [severity]: list };
}

export function sameForAll(list: readonly string[]): ChannelOrder {
  return { I: list, II: list, III: list, IV: list, unrated: list };
}

/** Whether nothing but this page reaches the person, and why. */
export function reachTrouble({ contacts, available }: MyChannels): 'none' | 'failing' | null {
  const outside = contacts.filter(
    ({ channel }) => channel !== 'app' && available.includes(channel),
  );
  if (outside.length === 0) return 'none';
  return outside.every(({ working }) => working === false) ? 'failing' : null;
}
