import { canonicalize } from 'json-canonicalize';
import { shownText } from './section-text.js';
import type { ShownSection } from './report-content.js';

/** The sections that say something else than in the edition before, in their order; those that are gone last. */
export function changedSections(
  before: readonly ShownSection[],
  after: readonly ShownSection[],
): string[] {
  const said = new Map(before.map((section) => [section.key as string, whatItSays(section)]));
  const kept = new Set(after.map(({ key }) => key as string));
  return [
    ...after.filter((section) => said.get(section.key) !== whatItSays(section)),
    ...before.filter(({ key }) => !kept.has(key)),
  ].map(({ key }) => key);
}

/** Its words, tables and charts; which of its numbers are marked is no change. */
const whatItSays = ({ title, paragraphs, tables, charts }: ShownSection): string =>
  canonicalize([title, shownText(paragraphs), tables, charts]);
