import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { FetchFeed } from '#intake';
import type { FeedEntry, TableRow } from '#intake';
import { ProblemError } from '#platform';
import type { Finding } from '../clarifications/clarification.js';
import { COLUMNS } from './columns.js';
import type { Column } from './columns.js';
import { ImportAnswers } from './import-answers.js';
import type { AnswersOutcome } from './import-answers.js';

export interface AnswersFeed {
  readonly url: string;
  /** What its entries find of the claims in their titles: a feed does not say, so a person does. */
  readonly verdict: Finding;
  /** Whose answers they are; the site of each entry when left out. */
  readonly issuedBy: string | null;
}

/** The limits of a claim and of an answer that are typed; a page of the site says the rest. */
const LONGEST = { claim: 1_000, answer: 5_000 };
const AS_THEY_ARE = Object.fromEntries(COLUMNS.map((column) => [column, column]));

/** Reads the answers of a rumour-refuting service from its feed. The same feed again adds what is new. */
@Injectable()
export class ImportFeed {
  constructor(
    private readonly feeds: FetchFeed,
    private readonly answers: ImportAnswers,
  ) {}

  async run(feed: AnswersFeed, user: RequestActor, dryRun: boolean): Promise<AnswersOutcome> {
    const read = await this.feeds.fetch(feed.url);
    if (!Array.isArray(read)) {
      const message = { zh: read.zh, en: read.en };
      const errors = [{ path: 'url', message }];
      throw new ProblemError(422, 'feed.unreadable', read.en, { errors });
    }
    return this.answers.take(rowsOf(read, feed), AS_THEY_ARE, user, dryRun);
  }
}

async function* rowsOf(entries: readonly FeedEntry[], feed: AnswersFeed): AsyncGenerator<TableRow> {
  for (const [index, entry] of entries.entries())
    yield await Promise.resolve({ line: index + 1, values: valuesOf(entry, feed), problem: null });
}

/** An entry as a row: its page is the evidence, and where the answer stands. */
function valuesOf(entry: FeedEntry, { verdict, issuedBy }: AnswersFeed): Map<string, string> {
  const { title, text, link, publishedAt } = entry;
  const values: Readonly<Partial<Record<Column, string>>> = {
    claim: title.slice(0, LONGEST.claim),
    answer: (text === '' ? title : text).slice(0, LONGEST.answer),
    ...{ verdict, issuedBy: issuedBy ?? '', evidenceUrl: link ?? '', url: link ?? '' },
    publishedAt: publishedAt === null ? '' : new Date(publishedAt).toISOString(),
  };
  return new Map(Object.entries(values));
}
