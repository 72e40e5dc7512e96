import type { BriefChart } from '../charts/chart.js';
import { heatChart } from '../charts/heat.js';
import { ladderChart } from '../charts/ladder.js';
import { clocksWithShares, onTimeChart } from '../charts/on-time.js';
import { riskChart } from '../charts/risk-matrix.js';
import { kindsChart, severityChart } from '../charts/stacks.js';
import { weeklyChart } from '../charts/weekly.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import { placesToldApart, themesToldApart } from './causes.js';
import type { BriefFacts } from './facts.js';
import type { SectionKey } from './section.js';
import { risksToTell } from './risks.js';
import { topTopics } from './topics.js';

/** One bar or two show nothing that the sentence beside them does not say. */
const FEWEST_WEEKS = 3;

/** The pictures of a section; none of what there is nothing of. */
export function chartsOf(
  key: SectionKey,
  t: Teller,
  facts: BriefFacts,
  nameOf: NameOf,
): BriefChart[] {
  const top = topTopics(facts.topics);
  const hasLogged = t.value('logged') > 0;
  switch (key) {
    case 'situation':
      return hasLogged
        ? [
            ...(facts.weeks.length < FEWEST_WEEKS
              ? []
              : [weeklyChart(t, facts.weeks, top, facts.weekOf)]),
            severityChart(t, nameOf),
            kindsChart(t, nameOf),
          ]
        : [];
    case 'topics':
      return top.length === 0 ? [] : [ladderChart(t, top, nameOf)];
    case 'timeliness':
      return clocksWithShares(t).length === 0 ? [] : [onTimeChart(t, nameOf)];
    case 'causes':
      return hasLogged ? [heatChart(t, themesToldApart(t), placesToldApart(t), nameOf)] : [];
    case 'risks':
      return facts.risks.length === 0 ? [] : [riskChart(t, risksToTell(facts.risks))];
    case 'trends':
    case 'rumours':
    case 'advice':
    case 'notes':
    case 'summary':
    case 'course':
    case 'platforms':
    case 'nodes':
    case 'views':
    case 'outlook':
      return [];
  }
}
