import type { BriefChart } from '../charts/chart.js';
import { weeklyChart } from '../charts/weekly.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import type { BriefFacts, SectionKey } from './outline.js';
import { topTopics } from './topics.js';

/** The pictures of a section; none of what there is nothing of. */
export function chartsOf(
  key: SectionKey,
  t: Teller,
  facts: BriefFacts,
  _nameOf: NameOf,
): BriefChart[] {
  const top = topTopics(facts.topics);
  const hasLogged = t.value('logged') > 0;
  switch (key) {
    case 'situation':
      return hasLogged ? [weeklyChart(t, facts.weeks, top, facts.weekOf)] : [];
    case 'topics':
    case 'rumours':
    case 'timeliness':
    case 'causes':
    case 'risks':
    case 'advice':
    case 'notes':
      return [];
  }
}
