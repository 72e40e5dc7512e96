import type { FigureUnit } from '../figure.js';
import { sayingsOf } from '../narrative/support.js';
import type { Language } from '../narrative/numbers.js';
import type { BriefSection } from '../brief/section.js';
import { countUnsupported, paragraphsOf } from './section-text.js';
import type { ShownParagraph } from './section-text.js';

/** A figure as it was counted when the report was drafted. */
export interface KeptFigure {
  readonly value: number | null;
  readonly unit: FigureUnit;
  readonly previous: number | null;
  readonly yearBefore: number | null;
}

/** What was drafted: figures by their keys, and the sections that tell them. */
export interface ReportContent {
  readonly figures: Readonly<Record<string, KeptFigure>>;
  readonly sections: readonly BriefSection[];
}

/** Texts that people put in the place of drafted ones, by the keys of their sections. */
export type SectionEdits = Readonly<Record<string, SectionEdit>>;

export interface SectionEdit {
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A section as it is read: an edited one with its numbers marked. */
export interface ShownSection extends Omit<BriefSection, 'paragraphs'> {
  readonly isEdited: boolean;
  readonly paragraphs: readonly ShownParagraph[];
}

export function shownSections(
  { figures, sections }: ReportContent,
  edits: SectionEdits,
  language: Language,
): ShownSection[] {
  const isAnyEdited = Object.keys(edits).length > 0;
  const sayings = isAnyEdited ? sayingsOf(new Map(Object.entries(figures)), language) : new Map();
  return sections.map((section) => {
    const edit = edits[section.key];
    return edit === undefined
      ? { ...section, isEdited: false }
      : {
          ...section,
          isEdited: true,
          paragraphs: paragraphsOf(edit.text, sayings, section.paragraphs),
        };
  });
}

/** How many numbers of the whole report nothing supports. */
export const unsupportedIn = (
  content: ReportContent,
  edits: SectionEdits,
  language: Language,
): number =>
  shownSections(content, edits, language)
    .filter(({ isEdited }) => isEdited)
    .reduce((sum, { paragraphs }) => sum + countUnsupported(paragraphs), 0);
