import { ChannelSetup, openChannels, openVapidKeys } from '#notify';
import type { OpenChannels } from '#notify';
import type { Settings } from '#platform';
import type { Configuration } from './config/configuration.js';

/**
 * How this office sends messages out of the house: as channels.yaml says, unless other channels are handed in. A
 * demo sends nothing: its people are made up, and their addresses may be somebody's.
 */
export function channelSetup(
  settings: Settings,
  { channels: config, organisation }: Configuration,
  given?: OpenChannels,
): ChannelSetup {
  const { dataDir, publicUrl, demo } = settings;
  const open = given ?? (demo ? new Map() : openChannels(config, { dataDir, publicUrl }));
  const pushKey =
    open.has('push') && config.push !== null ? openVapidKeys(dataDir).publicKey : null;
  return new ChannelSetup(open, config, organisation.timeZone, addressOf(settings), pushKey);
}

/** Where people reach the application; without a public address, where it listens. */
function addressOf({ publicUrl, host, port }: Settings): string {
  // The wildcard address is no address.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return publicUrl ?? `http://${name}:${port}`;
}
