import type { RecordProblem } from './problem.js';

/** 阵地: where the body speaks in its own name. */
export const CHANNEL_KINDS = [
  ...(['website', 'wechat', 'weibo', 'app', 'newspaper', 'tv', 'board', 'screen'] as const),
  'other',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export interface Channel {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly url: string | null;
  readonly unitId: string | null;
  /** The day on which it was registered: `2026-03-01`. */
  readonly registeredOn: string;
  readonly note: string | null;
}

/** A website is its address; a notice board has none. */
export const channelProblems = ({ kind, url }: Channel): RecordProblem[] =>
  kind === 'website' && url === null
    ? [
        {
          path: 'url',
          code: 'channel.address-missing',
          message: { zh: '网站须填写网址', en: 'A website has an address' },
        },
      ]
    : [];
