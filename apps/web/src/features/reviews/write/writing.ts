/** What a text is written for. */
export type Purpose = 'new' | 'revise' | 'correct';

/** The form as typed. `publishAt` is the value of a datetime-local field; empty: at any time. */
export interface Writing {
  readonly title: string;
  readonly body: string;
  readonly channelIds: readonly string[];
  readonly publishAt: string;
  readonly reason: string;
}

export const BLANK: Writing = { title: '', body: '', channelIds: [], publishAt: '', reason: '' };

export const MOST_TITLE = 200;
export const MOST_BODY = 20_000;

export type Missing = 'title' | 'body' | 'reason';

export const whatIsMissing = (writing: Writing, purpose: Purpose): Missing[] =>
  (['title', 'body', ...(purpose === 'correct' ? (['reason'] as const) : [])] as const).filter(
    (field) => writing[field].trim() === '',
  );

/** The body of the request; `at` is the time of publication as ISO 8601, null for none. */
export function paramsOf(
  writing: Writing,
  purpose: Purpose,
  at: string | null,
): Readonly<Record<string, unknown>> {
  const { title, body, channelIds, reason } = writing;
  const text = { title: title.trim(), body };
  if (purpose === 'correct') return { ...text, reason: reason.trim() };
  return { ...text, channelIds, ...(at === null ? {} : { publishAt: at }) };
}
