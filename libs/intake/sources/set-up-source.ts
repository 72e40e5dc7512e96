import { Injectable } from '@nestjs/common';
import { newSecret, secretHash } from '#identity';
import { Clock, Database, Nudges, ProblemError, addToStream, notFound } from '#platform';
import type { Tx } from '#platform';
import { FeedsConfig } from '../feeds/feeds-config.js';
import { Redactor } from '../redactor.js';
import { arrangeReading, readSoon } from './arrange-reading.js';
import type { ChangeSourceBody, CreateSourceBody } from './source.dto.js';
import {
  changeSource,
  findSource,
  insertSource,
  keepTokenHash,
  standingOf,
} from './source.repository.js';
import type { SourceRow, SourceStanding } from './source.repository.js';
import { requireSense, settingsAfter } from './source-settings.js';

/** Tells scanners that look for leaked secrets whose this is. */
const PREFIX = 'mbs_';

/** Sources are made and changed, and get their tokens. */
@Injectable()
export class SetUpSource {
  constructor(
    private readonly database: Database,
    private readonly redactor: Redactor,
    private readonly feeds: FeedsConfig,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  create(body: CreateSourceBody): Promise<SourceStanding> {
    const { clean } = this.redactor;
    const settings = settingsAfter({ name: clean(body.name), kind: body.kind }, body, clean);
    requireSense(settings, this.feeds.allowed);
    return this.change(async (tx, now) => {
      const row = taken(await insertSource(tx, settings, now));
      await arrangeReading(tx, row, null, now);
      return row.id;
    });
  }

  /** Changes what is given. What came from it stays as it is. */
  update(id: string, { expectedVersion, ...given }: ChangeSourceBody): Promise<SourceStanding> {
    return this.change(async (tx, now) => {
      const before = await mustFind(tx, id);
      if (before.version !== expectedVersion)
        throw new ProblemError(409, 'version.stale', 'Somebody else has changed this source.');
      const settings = settingsAfter(before, given, this.redactor.clean);
      requireSense(settings, this.feeds.allowed);
      const row = taken(await changeSource(tx, id, settings, now));
      await arrangeReading(tx, row, before, now);
      return id;
    });
  }

  readNow(id: string): Promise<SourceStanding> {
    return this.change(async (tx, now) => {
      await mustFind(tx, id);
      if (await readSoon(tx, id, now)) return id;
      throw new ProblemError(
        422,
        'source.not-read',
        'This source is not read by the program: it is no feed, has no address, or is paused.',
      );
    });
  }

  /** A secret with which a program may send to this source. Nobody sees it again; the one before opens nothing more. */
  async makeToken(id: string): Promise<string> {
    const token = newSecret(PREFIX);
    await this.change(async (tx, now) => {
      const { kind } = await mustFind(tx, id);
      if (kind !== 'webhook')
        throw new ProblemError(
          422,
          'source.no-webhook',
          'Programs send only to sources of the kind webhook.',
        );
      await keepTokenHash(tx, id, secretHash(token), now);
      return id;
    });
    return token;
  }

  private async change(work: (tx: Tx, now: number) => Promise<string>): Promise<SourceStanding> {
    const now = this.clock.now();
    const changed = await this.database.transaction(async (tx) => {
      const id = await work(tx, now);
      await addToStream(tx, [{ type: 'source.changed', userId: null, data: { id } }], now);
      return standingOf(tx, id);
    });
    this.nudges.send('stream', 'feeds');
    if (changed === null) throw notFound('This source');
    return changed;
  }
}

async function mustFind(tx: Tx, id: string): Promise<SourceRow> {
  const source = await findSource(tx, id);
  if (source === null) throw notFound('This source');
  return source;
}

function taken(row: SourceRow | null): SourceRow {
  if (row !== null) return row;
  throw new ProblemError(422, 'source.name-taken', 'There is a source of this name.', {
    errors: [
      { path: 'name', message: { zh: '已有同名的监测源', en: 'There is a source of this name' } },
    ],
  });
}
