import { Injectable } from '@nestjs/common';
import type { MomentKey, Tx } from '#platform';
import { ClaimIndex } from '../claims/claim-index.js';
import type { Clarification, KeptClarification } from './clarification.js';
import {
  findClarification,
  listClarifications,
  saveClarification,
} from './clarification.repository.js';

/** 澄清库: the answers that were given, so that a claim that comes back is known. */
@Injectable()
export class Clarifications {
  constructor(private readonly index: ClaimIndex) {}

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
    return listClarifications(tx, { publicOnly: true, words: [], after, limit });
  }
}
