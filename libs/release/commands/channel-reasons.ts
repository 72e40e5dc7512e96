import { isId } from '#platform';
import type { Tx } from '#platform';
import { channelsOf } from '#registers';
import type { KnownChannel } from '#registers';
import type { Reason } from '#workflow';
import { reason } from './prepared.js';

/** Channels by id, of those that are registered; whether they are still in use is theirs to say. */
export async function channelsById(
  tx: Tx,
  ids: readonly unknown[],
): Promise<ReadonlyMap<string, KnownChannel>> {
  const wanted = ids.filter((id): id is string => typeof id === 'string' && isId(id));
  const found = await channelsOf(tx, wanted);
  return new Map(found.map((channel) => [channel.id, channel]));
}

/** Publications go out through registered official channels only. `pathOf` says where each was chosen. */
export async function channelReasons(
  tx: Tx,
  ids: readonly unknown[],
  pathOf: (index: number) => string,
): Promise<Reason[]> {
  const known = await channelsById(tx, ids);
  return ids.flatMap((id, index) => {
    const channel = typeof id === 'string' ? known.get(id.toLowerCase()) : undefined;
    if (channel === undefined)
      return [
        reason(
          'channel.not-registered',
          pathOf(index),
          '这个渠道没有登记，只能通过已登记的官方账号发布',
          'This channel is not registered; only registered official channels publish',
        ),
      ];
    return channel.active
      ? []
      : [
          reason(
            'channel.retired',
            pathOf(index),
            `渠道“${channel.name}”已停用`,
            `The channel “${channel.name}” is retired`,
          ),
        ];
  });
}

/** The list as it was typed; what is no list is for the rules to refuse. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
