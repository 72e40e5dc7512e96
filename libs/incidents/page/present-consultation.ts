import type { Facts } from '#workflow';
import { reference } from '../list/present-rows.js';
import type { UnitRef } from '../list/incident-row.dto.js';
import { cell, idsOf, isoOf, itemsOf, textOf, timeOf } from './facts.js';
import type { Names } from './facts.js';
import type { ConsultationView, ViewGiven } from './incident-page.dto.js';

/** The latest consultation, with the views that were given since it began; null when there was none. */
export function consultationOf(facts: Facts, people: Names, units: Names): ConsultationView | null {
  const since = facts['consultedAt'];
  if (typeof since !== 'number') return null;
  const named = (fact: string): UnitRef[] =>
    idsOf(facts, fact).flatMap((id) => reference(id, units) ?? []);
  return {
    isOpen: facts['consulting'] === true,
    question: textOf(facts, 'consultationQuestion') ?? '',
    by: reference(textOf(facts, 'consultedBy'), people),
    askedAt: new Date(since).toISOString(),
    dueAt: timeOf(facts, 'consultationDueAt'),
    units: named('consultedUnits'),
    awaited: named('awaitedUnits'),
    views: itemsOf(facts, 'views')
      .filter(({ givenAt }) => typeof givenAt === 'number' && givenAt >= since)
      .map((item): ViewGiven => ({
        id: cell(item, 'id') ?? '',
        unit: reference(cell(item, 'unitId'), units),
        by: reference(cell(item, 'givenBy'), people),
        at: isoOf(item['givenAt']) ?? '',
        text: cell(item, 'text') ?? '',
      })),
    summary: textOf(facts, 'consultationSummary'),
  };
}
