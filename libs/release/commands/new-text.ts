import type { Tx } from '#platform';
import type { Facts } from '#workflow';
import { rowsFact } from '../texts/facts.js';
import { addVersion, hashOfText, lastVersion } from '../texts/text.repository.js';
import type { Prepared } from './prepared.js';

interface Writing {
  readonly releaseId: string;
  /** Empty for a new release. */
  readonly facts: Facts;
  readonly title: unknown;
  readonly body: unknown;
  readonly redacted: Readonly<Record<string, number>>;
  readonly authorId: string | null;
  readonly now: number;
}

/** The next version of a text: its number and its hash for the rules, the text itself for the shelf. */
export async function newText(
  tx: Tx,
  writing: Writing,
): Promise<Required<Omit<Prepared, 'reasons'>>> {
  const { releaseId, facts, redacted, authorId, now } = writing;
  // What is no text is refused by the rules, and never written.
  const title = typeof writing.title === 'string' ? writing.title : '';
  const body = typeof writing.body === 'string' ? writing.body : '';
  const version = (await lastVersion(tx, releaseId)) + 1;
  const sha256 = hashOfText({ title, body });
  const isKnown = rowsFact(facts, 'authors').some(({ id }) => id === authorId);
  return {
    params: {
      textVersion: version,
      sha256,
      newAuthors: authorId === null || isKnown ? [] : [{ id: authorId }],
    },
    title,
    write: async () => {
      if (authorId === null) throw new Error('a text is written by a person');
      const text = { version, title, body, sha256, redacted };
      await addVersion(tx, releaseId, { ...text, writtenBy: authorId, writtenAt: new Date(now) });
    },
  };
}
