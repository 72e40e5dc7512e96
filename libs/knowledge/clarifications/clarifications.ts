import { Injectable } from '@nestjs/common';
import { TextSearch } from '#platform';
import type { MomentKey, SearchWords, SearchedTable, Tx } from '#platform';
import { ClaimIndex } from '../claims/claim-index.js';
import type { Clarification, Finding, KeptClarification } from './clarification.js';
import {
  findClarification,
  findClarifications,
  listClarifications,
  saveClarification,
} from './clarification.repository.js';

/** Title, claim and answer: `search` and `grams` are columns that PostgreSQL keeps. */
const SEARCHED: SearchedTable = { name: 'clarifications', text: 't.search', at: 'published_at' };

export interface ClarificationSearch {
  readonly words: SearchWords;
  /** Any, when null. */
  readonly verdicts: readonly string[] | null;
  /** Published at or after, and before. */
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** 澄清库: the answers that were given, so that a claim that comes back is known. */
@Injectable()
export class Clarifications {
  constructor(
    private readonly index: ClaimIndex,
    private readonly texts: TextSearch,
  ) {}

  /** Inserts it, or makes it the next version. Texts have passed the redactor where they came in. */
  async keep(tx: Tx, kept: KeptClarification, now: number): Promise<void> {
    const stands = await saveClarification(tx, kept, now);
    const { id, claim, place = null } = kept;
    if (stands) await this.index.put(tx, { target: 'clarification', id, text: claim, place });
    else await this.index.remove(tx, { target: 'clarification', id });
  }

  find(tx: Tx, id: string): Promise<Clarification | null> {
    return findClarification(tx, id);
  }

  /** What the public pages show, the newest first; withdrawn ones too, which are never silent. One more than asked. */
  listPublic(
    tx: Tx,
    { after, limit }: { readonly after: MomentKey | null; readonly limit: number },
  ): Promise<Clarification[]> {
    return listClarifications(tx, { publicOnly: true, verdict: null, after, limit });
  }

  /** All, the newest first. One more than asked. */
  list(
    tx: Tx,
    list: {
      readonly verdict: Finding | null;
      readonly after: MomentKey | null;
      readonly limit: number;
    },
  ): Promise<Clarification[]> {
    return listClarifications(tx, { ...list, publicOnly: false });
  }

  /** What holds all the words, the newest first. One more than asked. */
  async search(
    tx: Tx,
    { words, verdicts, after, limit, from = null, to = null }: ClarificationSearch,
  ): Promise<{ readonly hits: readonly Clarification[]; readonly onlyNewest: boolean }> {
    const { ids, onlyNewest } = await this.texts.find(tx, SEARCHED, {
      ...{ words, after, limit },
      where: (bind) => [
        ...(verdicts === null ? [] : [`t.verdict = ANY(${bind(verdicts)}::text[])`]),
        ...(from === null ? [] : [`t.published_at >= ${bind(from)}`]),
        ...(to === null ? [] : [`t.published_at < ${bind(to)}`]),
      ],
    });
    return { hits: await findClarifications(tx, ids), onlyNewest };
  }

  /** Claims that are like a text, the most alike first. */
  async like(
    tx: Tx,
    text: string,
    { verdict, limit }: { readonly verdict: Finding | null; readonly limit: number },
  ): Promise<Clarification[]> {
    const found = await this.index.suggest(tx, text, { limit, targets: ['clarification'] });
    const like = await findClarifications(
      tx,
      found.map(({ id }) => id),
    );
    return like.filter((one) => verdict === null || one.verdict === verdict);
  }
}
