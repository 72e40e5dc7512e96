import type { Tx } from '#platform';
import type { Facts, Reason } from '#workflow';
import { canBeReviewed, reviewersOf } from '../review/seats.js';
import type { Reviewers } from '../review/seats.js';
import { textFact, idsFact, rowsFact } from '../texts/facts.js';
import { incidentFacts, shownEvidence } from './incident-facts.js';
import type { IncidentFacts } from './incident-facts.js';
import { reason } from './prepared.js';

/** The units of the two reviews: the incident's own when it has one by now. */
export function unitsOf(
  facts: Facts,
  incident: Pick<IncidentFacts, 'unitId'> | null,
): { readonly unitId: string; readonly publicityUnitId: string } {
  return {
    unitId: incident?.unitId ?? textFact(facts, 'unitId') ?? '',
    publicityUnitId: textFact(facts, 'publicityUnitId') ?? '',
  };
}

export const authorsOf = (facts: Facts): string[] =>
  rowsFact(facts, 'authors').flatMap(({ id }) => (typeof id === 'string' ? [id] : []));

/** What a text takes along into its review: how grave it is, what was found, and who is asked. */
export async function askingParams(
  tx: Tx,
  facts: Facts,
  authors: readonly string[],
  evidenceChosen: readonly string[] | null,
): Promise<{ readonly params: Facts; readonly reasons: readonly Reason[] }> {
  const incident = await incidentFacts(tx, textFact(facts, 'incidentId'));
  const reviewers = await reviewersOf(tx, unitsOf(facts, incident), authors);
  return {
    params: {
      severity: incident?.severity ?? 'unrated',
      ...(incident !== null && { verdict: incident.verdict }),
      unitId: reviewers.unitId,
      firstReviewers: reviewers.first,
      secondReviewers: reviewers.second,
      evidence: shownEvidence(incident, evidenceChosen),
    },
    reasons: nobodyReviews(reviewers),
  };
}

/** As it was chosen last; null when nothing was chosen, and all that the verdict rests on is shown. */
export const evidenceChosen = (facts: Facts): readonly string[] | null =>
  facts['allEvidence'] === false ? idsFact(facts, 'evidenceChosen') : null;

const nobodyReviews = (reviewers: Reviewers): Reason[] =>
  canBeReviewed(reviewers)
    ? []
    : [
        reason(
          'submit.nobody-reviews',
          null,
          '除撰稿人外，没有两个人可以分别初审和复审，请管理员增设审核人',
          'Besides who wrote it, there are not two people who could review it; an administrator adds reviewers',
        ),
      ];
