import { hashOf, sha256 } from '#platform';
import type { TimelineEntry } from '#platform';
import type { Clarification } from '#knowledge';
import { hashOfPublic } from '../publication/public-record.js';
import type { Publication } from '../publication/publication.repository.js';
import { hashOfText } from '../texts/text.repository.js';
import type { TextVersion } from '../texts/text.repository.js';

export interface FiledRecord {
  readonly record: unknown;
  readonly sha256: string;
}

/** A release as it lies in the tables, beside what its timeline says of it. */
export interface StoredRelease {
  readonly entries: readonly TimelineEntry[];
  readonly texts: readonly TextVersion[];
  readonly publications: readonly Publication[];
  readonly records: readonly FiledRecord[];
  readonly clarification: Clarification | null;
}

/** The number of the first entry whose text, publication or record is not as it was written; null when all are. */
export function firstBrokenEntry(stored: StoredRelease): number | null {
  const told = new Set<number>();
  for (const entry of stored.entries) {
    const { textVersion } = paramsOf(entry);
    if (typeof textVersion === 'number' && isWritten(entry)) told.add(textVersion);
    if (!isTextAsWritten(entry, stored) || !isOutAsWritten(entry, stored)) return entry.seq;
    if (entry.type === 'filed' && !isFiledAsWritten(entry, stored)) return entry.seq;
  }
  const last = lastOut(stored.entries);
  if (last !== null && !isPublicAsWritten(last, stored)) return last.seq;
  // A text that no entry tells of has been put in.
  const isStray = stored.texts.some(({ version }) => !told.has(version));
  return isStray ? (stored.entries.at(-1)?.seq ?? 1) : null;
}

type Params = Readonly<Record<string, unknown>>;

const paramsOf = ({ data }: TimelineEntry): Params => {
  const params = data['params'];
  return typeof params === 'object' && params !== null ? (params as Params) : {};
};

const OUT: readonly string[] = ['published', 'corrected'];

/** Texts come into being with these; when one goes out, it is named again. */
const isWritten = ({ type }: TimelineEntry): boolean =>
  type === 'drafted' || type === 'revised' || type.startsWith('correction-submitted');

function isTextAsWritten(entry: TimelineEntry, { texts }: StoredRelease): boolean {
  if (!isWritten(entry) && !OUT.includes(entry.type)) return true;
  const params = paramsOf(entry);
  const text = texts.find(({ version }) => version === params['textVersion']);
  const said = params['sha256'];
  return text !== undefined && text.sha256 === said && hashOfText(text) === said;
}

function isOutAsWritten(entry: TimelineEntry, { publications }: StoredRelease): boolean {
  if (!OUT.includes(entry.type)) return true;
  const params = paramsOf(entry);
  const row = publications.find(({ kind, at }) => kind === entry.type && at.getTime() === entry.at);
  if (row === undefined || row.version !== params['textVersion']) return false;
  const captured = params['captureSha256'] ?? null;
  const isCaptured =
    row.captureSha256 === captured &&
    (row.captureText === null || sha256(row.captureText) === captured);
  return isCaptured && hashOf(row.links.map(({ url }) => url)) === hashOf(urlsOf(params['links']));
}

const urlsOf = (links: unknown): unknown[] =>
  Array.isArray(links) ? links.map((link: { url?: unknown }) => String(link.url).trim()) : [];

const isFiledAsWritten = (entry: TimelineEntry, { records }: StoredRelease): boolean => {
  const said = paramsOf(entry)['recordSha256'];
  return records.some(({ record, sha256: kept }) => kept === said && hashOf(record) === said);
};

/** The entry that last said what the public is shown. */
const lastOut = (entries: readonly TimelineEntry[]): TimelineEntry | null =>
  entries.findLast((entry) => OUT.includes(entry.type) && 'recordSha256' in paramsOf(entry)) ??
  null;

function isPublicAsWritten(
  last: TimelineEntry,
  { clarification, entries, texts }: StoredRelease,
): boolean {
  if (clarification === null) return false;
  const first = entries.find((entry) => entry.type === 'published');
  return (
    hashOfPublic(clarification) === paramsOf(last)['recordSha256'] &&
    clarification.publishedAt === first?.at &&
    clarification.public &&
    areCorrectionsAsWritten(clarification, entries, texts) &&
    withdrawnFor(entries) === (clarification.withdrawn?.reason ?? null)
  );
}

/** Each correction is there with its reason, beside the answer that it replaced. */
function areCorrectionsAsWritten(
  { corrections }: Clarification,
  entries: readonly TimelineEntry[],
  texts: readonly TextVersion[],
): boolean {
  const out = entries.filter(
    (entry) => OUT.includes(entry.type) && 'recordSha256' in paramsOf(entry),
  );
  const expected = out.slice(1).map((entry, index) => {
    const before = paramsOf(out[index] ?? entry)['textVersion'];
    return {
      at: new Date(entry.at).toISOString(),
      reason: paramsOf(entry)['correctedFor'],
      answerBefore: texts.find(({ version }) => version === before)?.body,
    };
  });
  return hashOf(expected) === hashOf(corrections);
}

function withdrawnFor(entries: readonly TimelineEntry[]): string | null {
  const entry = entries.find(({ type }) => type === 'withdrawn');
  return entry === undefined ? null : String(paramsOf(entry)['reason']);
}
