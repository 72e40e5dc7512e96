import type { TopicFacts } from './facts.js';

export const TOP = 10;

/** From the gravest; an incident that nobody has rated comes last. */
const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'];

/** 重点舆情: the gravest first, then those seen most often, then those highest on a list, then the first. */
export const topTopics = (topics: readonly TopicFacts[]): TopicFacts[] =>
  [...topics].sort(weightiestFirst).slice(0, TOP);

function weightiestFirst(a: TopicFacts, b: TopicFacts): number {
  return (
    rankOf(a) - rankOf(b) ||
    b.mentions - a.mentions ||
    listRank(a) - listRank(b) ||
    a.loggedAt - b.loggedAt ||
    (a.number < b.number ? -1 : 1)
  );
}

const rankOf = ({ severity }: TopicFacts): number => {
  const at = SEVERITIES.indexOf(severity);
  return at < 0 ? SEVERITIES.length : at;
};

/** On no list is below every list. */
const listRank = ({ peakRank }: TopicFacts): number => peakRank ?? Number.MAX_SAFE_INTEGER;
