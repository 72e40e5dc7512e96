import type { KnownChannel } from '#registers';
import type { Facts, Reason } from '#workflow';
import type { IncidentFacts } from '../commands/incident-facts.js';
import { reason } from '../commands/prepared.js';
import { idsFact, rowsFact, textFact } from '../texts/facts.js';

export interface TypedLink {
  readonly channelId: unknown;
  readonly url: unknown;
}

/** The links as they were typed; rows of another shape are for the rules to refuse. */
export const linksOf = (typed: Facts): TypedLink[] =>
  rowsFact(typed, 'links').map((row) => ({ channelId: row['channelId'], url: row['url'] }));

/** Every chosen channel has its link, and every link is an address on the web. */
export function linkReasons(
  facts: Facts,
  links: readonly TypedLink[],
  channels: ReadonlyMap<string, KnownChannel>,
): Reason[] {
  const linked = new Set(links.map(({ channelId }) => channelId));
  const missing = (idsFact(facts, 'channels') ?? []).filter((id) => !linked.has(id));
  const odd = links.flatMap(({ channelId, url }, index) =>
    typeof url !== 'string' ||
    url.trim() === '' ||
    isWebAddress(url) ||
    (typeof channelId === 'string' && isOnPaper(channels.get(channelId)))
      ? []
      : [
          reason(
            'publish.link-odd',
            `links.${String(index)}.url`,
            '链接应以 http:// 或 https:// 开头',
            'A link begins with http:// or https://',
          ),
        ],
  );
  return [
    ...missing.map((id) => {
      const name = channels.get(id)?.name ?? id;
      return reason(
        'publish.link-missing',
        'links',
        `还没有填写“${name}”的链接`,
        `The link of “${name}” is missing`,
      );
    }),
    ...odd,
  ];
}

/** A notice board has no address on the web: where and when it was put up stands for the link. */
const isOnPaper = (channel: KnownChannel | undefined): boolean =>
  channel?.kind === 'board' || channel?.kind === 'screen';

export function isWebAddress(text: string): boolean {
  const address = text.trim();
  return /^https?:/i.test(address) && URL.canParse(address);
}

/** A verdict that was set after the reviewers had read the text has not been looked at by them. */
export const verdictReasons = (facts: Facts, incident: IncidentFacts | null): Reason[] =>
  incident === null || incident.verdict === textFact(facts, 'verdict')
    ? []
    : [
        reason(
          'publish.verdict-changed',
          null,
          '送审之后核查结论变了，请修改后重新送审',
          'The verdict has changed since it was submitted; revise the text and submit it again',
        ),
      ];
