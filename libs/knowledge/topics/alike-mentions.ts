import { Injectable } from '@nestjs/common';
import { findMention, mentionsSharing, MENTIONS } from '#intake';
import type { WaitingMention } from '#intake';
import { Database, searchGrams, TextSearch } from '#platform';
import { tellingGrams } from '../claims/telling-grams.js';
import { compareWordings, weighBy, wordingOf } from '../core/index.js';
import type { Comparison, Frequencies } from '../core/index.js';

export interface AlikeMention extends WaitingMention {
  readonly comparison: Comparison;
}

/** So many are compared word by word. */
const LOOKED_AT = 200;

/** Finds the near repeats of a mention: other words for the same, which wait in the inbox as well. */
@Injectable()
export class AlikeMentions {
  constructor(
    private readonly database: Database,
    private readonly search: TextSearch,
  ) {}

  /** The most alike first, the same claim before templates of it; null when there is no such mention. */
  async of(mentionId: string): Promise<AlikeMention[] | null> {
    const tx = this.database.reader;
    const mention = await findMention(tx, mentionId);
    if (mention === null) return null;
    const { rows, shareOf } = await this.search.sharesOf(tx, MENTIONS.name);
    const frequencies: Frequencies = { texts: rows, of: (gram) => shareOf(gram) * rows };
    const weigh = weighBy(frequencies);
    const grams = tellingGrams(searchGrams(mention.text), frequencies);
    const wording = wordingOf(mention.text);
    const candidates = await mentionsSharing(tx, grams, { except: mentionId, limit: LOOKED_AT });
    return candidates
      .map((one) => ({ ...one, comparison: compareWordings(wording, wordingOf(one.text), weigh) }))
      .filter(({ comparison }) => comparison.strength === 'strong')
      .sort(bestFirst);
  }
}

const bestFirst = (a: AlikeMention, b: AlikeMention): number =>
  Number(a.comparison.relation === 'template') - Number(b.comparison.relation === 'template') ||
  b.comparison.score - a.comparison.score ||
  (a.id < b.id ? -1 : 1);
