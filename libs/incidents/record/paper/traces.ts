import type { PaperBlock } from '#documents';
import type { IncidentRecord, RecordedEntry } from '../incident-record.js';
import type { Wording } from '../wording.js';
import { paramsOf, textIn } from './teller.js';
import type { Teller } from './teller.js';

/** Each mention with its wording, or with the mark that is left of it. */
export const mentions = (
  { mentions: seen }: IncidentRecord,
  wordings: ReadonlyMap<string, Wording>,
  say: Teller,
): PaperBlock[] =>
  seen.flatMap(({ id, source, seenAt, rank, views, wordingSha256 }): PaperBlock[] => {
    const wording = wordings.get(id);
    const figures = say.line(
      rank === null ? null : `#${String(rank)}`,
      views === null ? null : String(views),
    );
    return [
      {
        is: 'fact',
        name: say.line(say.moment(seenAt), source),
        text: say.line(wording?.text ?? `［${say.label('gone')}］`, wording?.url ?? null, figures),
      },
      ...(wordingSha256 === null
        ? []
        : [{ is: 'mark' as const, name: say.label('wording'), text: wordingSha256 }]),
    ];
  });

export const attachments = ({ attachments: files }: IncidentRecord, say: Teller): PaperBlock[] =>
  files.flatMap(({ name, bytes, addedBy, addedAt, sha256 }): PaperBlock[] => [
    {
      is: 'fact',
      name,
      text: say.line(`${String(bytes)} B`, say.name(addedBy), say.moment(addedAt)),
    },
    { is: 'mark', name: 'SHA-256', text: sha256 },
  ]);

export const timeline = ({ timeline: entries }: IncidentRecord, say: Teller): PaperBlock[] =>
  entries.map((entry) => ({
    is: 'entry',
    lead: `${String(entry.seq)}. ${say.moment(entry.at)} ${say.actor(entry)}`,
    text: say.line(say.word('did', entry.type), ...wordsOf(entry)),
    mark: entry.hash,
  }));

/** What somebody wrote with the act. Texts of reports stand in their own section. */
function wordsOf(entry: RecordedEntry): string[] {
  const params = paramsOf(entry);
  const isReport = typeof params['type'] === 'string';
  const names = ['reason', 'note', 'result', 'summary', ...(isReport ? [] : ['text'])];
  return names.map((name) => textIn(params, name));
}
