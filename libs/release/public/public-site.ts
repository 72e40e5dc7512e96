import { Inject, Injectable } from '@nestjs/common';
import { Clarifications } from '#knowledge';
import { Database, ProblemError, isId, pageOf, momentKey, readMomentCursor, sql } from '#platform';
import type { MomentKey } from '#platform';
import { answerOf } from './answer.js';
import type { Answer } from './answer.js';
import type { Ask } from './negotiate.js';
import { clarificationPage, listPage, troublePage } from './pages.js';
import type { Trouble } from './pages.js';
import { LIST_PATH, publicPartOf } from './public-clarification.js';
import type { PublicBody } from './public-clarification.js';
import { rssFeed } from './rss.js';
import { Shelf } from './shelf.js';
import { Together } from './together.js';

/** Whose pages these are, for whoever asks Nest for it. */
export const PUBLIC_BODY = Symbol('public body');

const PAGE_SIZE = 20;
const FEED_SIZE = 50;
/** Some 10 KB each, twice: 20 MB at most. */
const MOST_KEPT = 1_000;

const STATUS = { missing: 404, gone: 410, wrong: 400, failed: 503 } as const satisfies Record<
  Trouble,
  number
>;

interface Stamp {
  readonly stamp: string;
  readonly changedAt: number;
}

/** 公开页: what the public reads. Rendered once, and kept until something public changes, in whatever process. */
@Injectable()
export class PublicSite {
  private readonly shelf = new Shelf<Answer>(MOST_KEPT);
  private readonly stamps = new Together(() => this.readStamp());
  private last: Stamp = { stamp: '', changedAt: 0 };

  constructor(
    private readonly database: Database,
    private readonly clarifications: Clarifications,
    @Inject(PUBLIC_BODY) private readonly body: PublicBody,
  ) {}

  /** The kept answer, if there is one that is as new as the database; null when it has to be made. */
  async kept(ask: Ask): Promise<Answer | null> {
    const { stamp } = await this.stamp();
    return this.shelf.take(stamp, keyOf(ask)) ?? null;
  }

  async answer(ask: Ask): Promise<Answer> {
    const stamp = await this.stamp();
    const key = keyOf(ask);
    const kept = this.shelf.take(stamp.stamp, key);
    if (kept !== undefined) return kept;
    const made = await this.make(ask, stamp);
    // What is not there is not kept: anybody could fill the shelf with it.
    if (made.status === 200) this.shelf.put(stamp.stamp, key, made);
    return made;
  }

  /** The database is asked each time, once for all who ask at the same time. Without it, what was seen last. */
  private async stamp(): Promise<Stamp> {
    try {
      this.last = await this.stamps.now();
    } catch (error) {
      if (this.last.stamp === '') throw error;
    }
    return this.last;
  }

  private async readStamp(): Promise<Stamp> {
    const [row] = await sql<{ stamp: string; changed_at: Date }>(
      this.database.reader,
      'SELECT stamp::text, changed_at FROM public_pages',
    );
    return { stamp: row?.stamp ?? '0', changedAt: row?.changed_at.getTime() ?? 0 };
  }

  private make(ask: Ask, stamp: Stamp): Promise<Answer> {
    if (ask.format === 'rss') return this.feed(ask, stamp);
    return ask.id === null ? this.list(ask, stamp) : this.one(ask, ask.id);
  }

  private async list(ask: Ask, { changedAt }: Stamp): Promise<Answer> {
    const after = placeOf(ask.cursor);
    if (after === 'wrong') return this.trouble('wrong', ask);
    const rows = await this.read(after, PAGE_SIZE);
    const { items, nextCursor } = pageOf(rows, PAGE_SIZE, (row) =>
      momentKey(Date.parse(row.publishedAt), row.id),
    );
    const path =
      ask.cursor === null ? LIST_PATH : `${LIST_PATH}?cursor=${encodeURIComponent(ask.cursor)}`;
    const frame = { body: this.body, language: ask.language, path };
    const text =
      ask.format === 'json'
        ? JSON.stringify({ items, nextCursor })
        : listPage({ items, nextCursor, isFirst: after === null }, frame);
    return answerOf({ ...ask, status: 200, text, changedAt });
  }

  private async one(ask: Ask, id: string): Promise<Answer> {
    if (!isId(id)) return this.trouble('missing', ask);
    const found = await this.clarifications.find(this.database.reader, id.toLowerCase());
    if (found?.public !== true)
      // What went out once and was taken down is gone; of what never was public nothing is known.
      return this.trouble(found?.origin === 'release' ? 'gone' : 'missing', ask);
    const shown = publicPartOf(found, this.body.origin);
    const frame = {
      ...{ body: this.body, language: ask.language, path: `${LIST_PATH}/${shown.id}` },
    };
    const text = ask.format === 'json' ? JSON.stringify(shown) : clarificationPage(shown, frame);
    return answerOf({ ...ask, status: 200, text, changedAt: found.updatedAt });
  }

  private async feed(ask: Ask, { changedAt }: Stamp): Promise<Answer> {
    const items = (await this.read(null, FEED_SIZE)).slice(0, FEED_SIZE);
    const text = rssFeed(items, { body: this.body, language: ask.language, changedAt });
    return answerOf({ ...ask, status: 200, text, changedAt });
  }

  trouble(trouble: Trouble, ask: Ask): Answer {
    const status = STATUS[trouble];
    const frame = { body: this.body, language: ask.language, path: LIST_PATH };
    const isJson = ask.format === 'json';
    const text = isJson
      ? JSON.stringify({ status, code: `clarification.${trouble}` })
      : troublePage(trouble, frame);
    const format = isJson ? 'json' : 'html';
    return answerOf({ ...{ status, format, text }, language: ask.language, changedAt: null });
  }

  private async read(after: MomentKey | null, limit: number) {
    const rows = await this.clarifications.listPublic(this.database.reader, { after, limit });
    return rows.map((row) => publicPartOf(row, this.body.origin));
  }
}

/** No two questions share a key, whatever strangers write into an address. */
const keyOf = ({ format, language, id, cursor }: Ask): string =>
  JSON.stringify([format, language, id, cursor]);

function placeOf(cursor: string | null): MomentKey | null | 'wrong' {
  try {
    return readMomentCursor(cursor ?? undefined);
  } catch (error) {
    if (error instanceof ProblemError) return 'wrong';
    throw error;
  }
}
