import type { Channel } from './channels/channel.js';
import type { ChannelName } from './core/channel-name.js';
import type { ChannelsConfig } from './core/channels-config.js';

export type OpenChannels = ReadonlyMap<ChannelName, Channel>;

/** How this office sends messages out of the house. */
export class ChannelSetup {
  /** Those that people may choose. */
  readonly available: ReadonlySet<ChannelName>;

  constructor(
    readonly channels: OpenChannels,
    readonly config: ChannelsConfig,
    /** The organisation's: in it people read times and sleep. */
    readonly timeZone: string,
    /** Where people reach the application. */
    readonly address: string,
    /** What browsers subscribe with; null while push is off. */
    readonly pushKey: string | null,
  ) {
    this.available = new Set(channels.keys());
  }
}
