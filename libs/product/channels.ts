import { ContactRules } from '#identity';
import type { AddressProblem, Contact } from '#identity';
import { ChannelSetup, contactProblem, openChannels, openVapidKeys } from '#notify';
import type { ChannelsConfig, OpenChannels } from '#notify';
import type { Settings } from '#platform';
import type { PublicBody } from '#release';
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

/** Whose name and address stand on the public pages. */
export const publicBody = (
  settings: Settings,
  { organisation: { name, timeZone } }: Configuration,
): PublicBody => ({ origin: addressOf(settings).replace(/\/+$/, ''), name, timeZone });

/** Where people reach the application; without a public address, where it listens. */
function addressOf({ publicUrl, host, port }: Settings): string {
  // The wildcard address is no address.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return publicUrl ?? `http://${name}:${port}`;
}

/** Contacts as channels.yaml knows them. What is not set up yet may be later; a robot that it does not name is a slip. */
export class OfficeContacts extends ContactRules {
  constructor(private readonly config: ChannelsConfig) {
    super();
  }

  problemOf({ channel, address }: Contact): AddressProblem | null {
    switch (channel) {
      case 'wecom':
      case 'dingtalk':
      case 'feishu':
        return contactProblem(channel, address, this.config);
      case 'app':
      case 'phone':
      case 'sms':
      case 'email':
      case 'webhook':
        return null;
    }
  }
}
