import { zh } from './locales';
import { useText } from './text';

type ChannelKey = Extract<keyof typeof zh, `channel.${string}`>;

const isKey = (key: string): key is ChannelKey => key in zh;

/** A channel in the reader's words; one that this client does not know yet by its own name. */
export function useChannelName(): (channel: string) => string {
  const t = useText();
  return (channel) => {
    const key = `channel.${channel}`;
    return isKey(key) ? t(key) : channel;
  };
}
