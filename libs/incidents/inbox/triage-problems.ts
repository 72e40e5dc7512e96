import type { Place } from '#intake';
import { ProblemError } from '#platform';
import type { Words } from '#platform';

export type Locale = keyof Words;

/** 422 with a reason for each mention that is not where it would have to be. */
export function wrongPlace(
  others: readonly (readonly [id: string, Place])[],
  locale: Locale,
): ProblemError {
  const reasons = others.map(([id, { state }]) => ({
    code: `triage.${state}`,
    message: PLACE_WORDS[state][locale],
    path: `mentionIds.${id}`,
  }));
  const words = [...new Set(reasons.map(({ message }) => message))];
  return new ProblemError(422, 'triage.refused', words.join(locale === 'zh' ? '；' : '; '), {
    reasons,
  });
}

const PLACE_WORDS: Readonly<Record<Place['state'], Words>> = {
  inbox: { zh: '线索还在收件箱里', en: 'A mention is still in the inbox' },
  grouped: {
    zh: '线索已归入事件，请先移回收件箱',
    en: 'A mention is part of an incident; return it to the inbox first',
  },
  discarded: {
    zh: '线索已弃用，请先移回收件箱',
    en: 'A mention has been discarded; return it to the inbox first',
  },
};

export const unknownMentions = (ids: readonly string[]): ProblemError =>
  new ProblemError(422, 'triage.unknown', 'Some of these mentions do not exist.', {
    errors: ids.map((id) => ({
      path: 'mentionIds',
      message: { zh: `没有这条线索：${id}`, en: `There is no mention ${id}` },
    })),
  });

/** 422: what would be undone is undone already, or no longer as it was left. */
export function cannotUndo(isUndone: boolean, locale: Locale): ProblemError {
  const [code, words] = isUndone
    ? (['triage.undone', { zh: '已经撤销过', en: 'This has been undone already' }] as const)
    : ([
        'triage.moved-on',
        { zh: '其中的线索后来又被处理过，不能撤销', en: 'Its mentions have been dealt with since' },
      ] as const);
  const reasons = [{ code, message: words[locale] }];
  return new ProblemError(422, 'triage.refused', words[locale], { reasons });
}
