import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import type { FeedEntry } from '../core/index.js';
import { IntakeConfig } from '../intake-config.js';
import { exchange } from './exchange.js';
import type { Validators } from './exchange.js';
import { FeedRefused } from './feed-problem.js';
import type { FeedProblem } from './feed-problem.js';
import { FeedsConfig } from './feeds-config.js';
import { parseFeed } from './parse-feed.js';
import { readMarkup } from './read-markup.js';

export type FeedRead =
  | { readonly kind: 'entries'; readonly entries: FeedEntry[]; readonly validators: Validators }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problem'; readonly problem: FeedProblem };

const NOTHING_KNOWN: Validators = { etag: null, lastModified: null };

/** Reads RSS 1.0 and 2.0, Atom and JSON Feed from wherever they may be read from. */
@Injectable()
export class FetchFeed {
  constructor(
    private readonly config: FeedsConfig,
    private readonly intake: IntakeConfig,
    private readonly clock: Clock,
  ) {}

  /** The entries that a feed has now, or why it cannot be read. */
  async fetch(url: string): Promise<FeedEntry[] | FeedProblem> {
    const read = await this.read(url, NOTHING_KNOWN);
    switch (read.kind) {
      case 'entries':
        return read.entries;
      case 'problem':
        return read.problem;
      case 'unchanged':
        return [];
    }
  }

  /** The same, but only when it is another than the one with these validators; given up when `stop` says so. */
  async read(url: string, known: Validators, stop?: AbortSignal): Promise<FeedRead> {
    const { limits, userAgent, allowed, resolve } = this.config;
    const rules = { ...limits, userAgent, allowed, resolve, ...(stop && { stop }) };
    try {
      const answer = await exchange(url, known, rules, this.clock.now());
      if (!answer.changed) return { kind: 'unchanged' };
      const { bytes, contentType, validators } = answer;
      const markup = readMarkup(bytes, contentType);
      const entries = parseFeed(markup, { url, zone: this.intake.timeZone });
      return { kind: 'entries', entries, validators };
    } catch (error) {
      if (error instanceof FeedRefused) return { kind: 'problem', problem: error.problem };
      throw error;
    }
  }
}
