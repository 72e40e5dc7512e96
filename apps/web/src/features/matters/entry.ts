import type { Matter, MatterKind, NewMatter } from '../../api/matters';
import { MATTER_KINDS } from '../../api/matters';
import { fromField, isoOf, toField } from '../rota/days';

/** What is typed: times as the fields hold them, questions by their place. */
export interface Entry {
  readonly title: string;
  readonly kind: MatterKind | '';
  readonly category: string;
  readonly what: string;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly contactUnitId: string;
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
}

const BLANK_QUESTION = { question: '', answer: '' } as const;

export function entryOf(matter: Matter | null, zone: string): Entry {
  if (matter === null) {
    return {
      ...{ title: '', kind: '', category: '', what: '', place: '', startsAt: '', endsAt: '' },
      ...{ contactUnitId: '', questions: [BLANK_QUESTION] },
    };
  }
  const { title, kind, category, what, place, questions, contactUnit, unit } = matter;
  return {
    ...{ title, kind, category: category ?? '', what, place, questions },
    startsAt: toField(Date.parse(matter.startsAt), zone),
    endsAt: toField(Date.parse(matter.endsAt), zone),
    contactUnitId: contactUnit.id === unit.id ? '' : contactUnit.id,
  };
}

export type Wrong = 'missing' | 'time' | 'order';

/** What is missing or makes no sense, by field. A question without an answer is half a question. */
export function wrongWith(entry: Entry, zone: string): Readonly<Record<string, Wrong>> {
  const wrong: Record<string, Wrong> = {};
  for (const name of ['title', 'kind', 'what', 'place'] as const)
    if (entry[name].trim() === '') wrong[name] = 'missing';
  const [from, to] = [fromField(entry.startsAt, zone), fromField(entry.endsAt, zone)];
  if (from === null) wrong['startsAt'] = 'time';
  if (to === null) wrong['endsAt'] = 'time';
  else if (from !== null && to <= from) wrong['endsAt'] = 'order';
  entry.questions.forEach(({ question, answer }, index) => {
    if (question.trim() === '' && answer.trim() !== '')
      wrong[`questions.${String(index)}.question`] = 'missing';
    if (question.trim() !== '' && answer.trim() === '')
      wrong[`questions.${String(index)}.answer`] = 'missing';
  });
  return wrong;
}

/** What is sent; null when something is wrong with it. Questions left blank are left out. */
export function matterOf(entry: Entry, zone: string): NewMatter | null {
  const [from, to] = [fromField(entry.startsAt, zone), fromField(entry.endsAt, zone)];
  const kind = MATTER_KINDS.find((one) => one === entry.kind);
  if (from === null || to === null || kind === undefined) return null;
  if (Object.keys(wrongWith(entry, zone)).length > 0) return null;
  return {
    ...{ title: entry.title.trim(), kind, what: entry.what.trim(), place: entry.place.trim() },
    startsAt: isoOf(from),
    endsAt: isoOf(to),
    questions: entry.questions.filter(({ question }) => question.trim() !== ''),
    ...(entry.category === '' ? {} : { category: entry.category }),
    ...(entry.contactUnitId === '' ? {} : { contactUnitId: entry.contactUnitId }),
  };
}
