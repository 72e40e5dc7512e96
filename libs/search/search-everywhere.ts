import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { STATES, searchIncidents } from '#incidents';
import { INBOX_STATES, searchMentions } from '#intake';
import { Clarifications, FINDINGS } from '#knowledge';
import {
  Database,
  ProblemError,
  TextSearch,
  momentKey,
  pageOf,
  readMomentCursor,
  readSearchWords,
} from '#platform';
import type { MomentKey, SearchWords, Tx } from '#platform';
import { presentClarification, presentIncident, presentMention } from './present-hits.js';
import { SEARCH_KINDS } from './search.dto.js';
import type {
  SearchGroupView,
  SearchHitView,
  SearchKind,
  SearchQuery,
  SearchResult,
} from './search.dto.js';

interface Asked {
  readonly words: SearchWords;
  readonly states: readonly string[] | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly after: MomentKey | null;
  readonly limit: number;
}

interface Found {
  /** One more than asked for. */
  readonly hits: readonly SearchHitView[];
  readonly onlyNewest: boolean;
}

/** Which permission lets somebody read a kind, and which states it has. */
const KINDS = {
  incident: { reads: 'incident.read', states: STATES },
  mention: { reads: 'inbox.read', states: INBOX_STATES },
  clarification: { reads: 'clarification.read', states: FINDINGS },
} as const satisfies Record<SearchKind, unknown>;

/** One search over what happened, what was said and what was answered. Each lib searches its own table. */
@Injectable()
export class SearchEverywhere {
  constructor(
    private readonly database: Database,
    private readonly texts: TextSearch,
    private readonly library: Clarifications,
  ) {}

  async run(query: SearchQuery, user: RequestActor): Promise<SearchResult> {
    const words = readSearchWords(query.q);
    if (words.wanted.length === 0) throw nothingToLookFor();
    const kinds = kindsOf(query, user);
    if (query.cursor !== undefined && query.kind?.length !== 1) throw cursorOfWhich();
    const groups = await Promise.all(
      kinds.map((kind) => this.group(kind, askedOf(kind, query, words), user)),
    );
    return { groups };
  }

  private async group(
    kind: SearchKind,
    asked: Asked,
    user: RequestActor,
  ): Promise<SearchGroupView> {
    const { hits, onlyNewest } = await this.find(this.database.reader, kind, asked, user);
    const page = pageOf(hits, asked.limit, ({ at, id }) => momentKey(new Date(at), id));
    return { kind, ...page, onlyNewest };
  }

  private async find(
    tx: Tx,
    kind: SearchKind,
    { states, ...asked }: Asked,
    user: RequestActor,
  ): Promise<Found> {
    const { words, from, to } = asked;
    switch (kind) {
      case 'incident': {
        const filters = {
          ...(states !== null && { state: [...states] }),
          ...(from !== null && { from: from.toISOString() }),
          ...(to !== null && { to: to.toISOString() }),
        };
        const { after, limit } = asked;
        const search = { ...filters, words, after, limit };
        const found = await searchIncidents(tx, this.texts, search, user);
        return { ...found, hits: found.hits.map((hit) => presentIncident(hit, words)) };
      }
      case 'mention': {
        const found = await searchMentions(tx, this.texts, { ...asked, states });
        return { ...found, hits: found.hits.map((hit) => presentMention(hit, words)) };
      }
      case 'clarification': {
        const found = await this.library.search(tx, { ...asked, verdicts: states });
        return { ...found, hits: found.hits.map((hit) => presentClarification(hit, words)) };
      }
    }
  }
}

/** Those that were asked for, that this person may read, and that have one of the states. */
const kindsOf = ({ kind, state }: SearchQuery, { permissions }: RequestActor): SearchKind[] =>
  SEARCH_KINDS.filter(
    (one) =>
      (kind?.includes(one) ?? true) &&
      permissions.includes(KINDS[one].reads) &&
      (state === undefined || statesOf(one, state).length > 0),
  );

const statesOf = (kind: SearchKind, asked: readonly string[]): string[] =>
  asked.filter((state) => KINDS[kind].states.some((known) => known === state));

const askedOf = (kind: SearchKind, query: SearchQuery, words: SearchWords): Asked => ({
  words,
  states: query.state === undefined ? null : statesOf(kind, query.state),
  from: query.from === undefined ? null : new Date(query.from),
  to: query.to === undefined ? null : new Date(query.to),
  after: readMomentCursor(query.cursor),
  limit: query.limit,
});

const nothingToLookFor = (): ProblemError =>
  new ProblemError(422, 'search.empty', 'There is no word to look for.', {
    errors: [
      {
        path: 'q',
        message: {
          zh: '至少写一个要找的词；减号后面的词只是排除',
          en: 'Name at least one word to look for; words after a minus only exclude',
        },
      },
    ],
  });

const cursorOfWhich = (): ProblemError =>
  new ProblemError(422, 'search.cursor', 'A cursor belongs to one kind.', {
    errors: [
      {
        path: 'cursor',
        message: { zh: '翻页时要指明一个类别', en: 'Name the one kind that it belongs to' },
      },
    ],
  });
