import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, ProblemError, sql } from '#platform';
import type { FieldError, Tx } from '#platform';
import { SKEW_MS } from '../core/index.js';
import type { RawSighting } from '../core/index.js';
import { Redactor } from '../redactor.js';
import { sourcesNamed } from '../sources/source.repository.js';
import type { SourceRow } from '../sources/source.repository.js';
import { prepareSighting } from './prepare-sighting.js';
import type { PreparedSighting } from './prepare-sighting.js';
import { storeSightings } from './store-sightings.js';
import type { Added } from './store-sightings.js';

export interface SentSighting extends Omit<RawSighting, 'outlet'> {
  /** The name of its source. */
  readonly source: string;
}

export interface Taken {
  readonly added: Added;
  /** The mention that each became, in their order. */
  readonly mentionIds: readonly string[];
}

/** Sightings that a program or a person sends. Sent again they change nothing. */
@Injectable()
export class TakeIn {
  constructor(
    private readonly database: Database,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async run(sent: readonly SentSighting[]): Promise<Taken> {
    const now = this.clock.now();
    refuseFuture(sent, now);
    const taken = await this.database.transaction((tx) => this.within(tx, sent, now));
    if (taken.added.sightings > 0) this.nudges.send('stream', 'outbox', 'topics');
    return taken;
  }

  private async within(tx: Tx, sent: readonly SentSighting[], now: number): Promise<Taken> {
    const { clean } = this.redactor;
    const names = sent.map(({ source }) => clean(source));
    const sources = await sourcesNamed(tx, names, 'webhook', now);
    const prepared = sent.map((sighting, index) =>
      prepareSighting(
        { ...sighting, outlet: null },
        sourceAt(sources, names[index] ?? '', index),
        clean,
      ),
    );
    return keep(tx, prepared, now);
  }

  /** Of one source, in the transaction of whoever reads it, who nudges `stream`, `outbox` and `topics` afterwards. */
  async fromSource(
    tx: Tx,
    sourceId: string,
    sent: readonly Omit<RawSighting, 'outlet'>[],
    now: number,
  ): Promise<Taken> {
    refuseFuture(sent, now);
    const { clean } = this.redactor;
    const prepared = sent.map((raw) => prepareSighting({ ...raw, outlet: null }, sourceId, clean));
    return keep(tx, prepared, now);
  }
}

async function keep(tx: Tx, prepared: readonly PreparedSighting[], now: number): Promise<Taken> {
  const added = await storeSightings(tx, prepared, now);
  return { added, mentionIds: await idsOf(tx, prepared) };
}

function sourceAt(sources: ReadonlyMap<string, SourceRow>, name: string, index: number): string {
  const source = sources.get(name);
  if (source === undefined) throw new Error(`the source of sighting ${String(index)} was not made`);
  if (!source.active) refuse([notInUse(index)]);
  return source.id;
}

async function idsOf(tx: Tx, prepared: readonly PreparedSighting[]): Promise<string[]> {
  const rows = await sql<{ key: string; id: string }>(
    tx,
    'SELECT key, id FROM inbox_mentions WHERE key = ANY($1::uuid[])',
    [prepared.map(({ mentionKey }) => mentionKey)],
  );
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  return prepared.map(({ mentionKey }) => ids.get(mentionKey) ?? '');
}

function refuseFuture(sent: readonly Pick<RawSighting, 'seenAt'>[], now: number): void {
  refuse(sent.flatMap(({ seenAt }, index) => (seenAt > now + SKEW_MS ? [inFuture(index)] : [])));
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0)
    throw new ProblemError(422, 'mention.invalid', 'Some values make no sense here.', { errors });
}

const inFuture = (index: number): FieldError => ({
  path: `mentions.${String(index)}.seenAt`,
  message: { zh: '不能在将来', en: 'must not be in the future' },
});

const notInUse = (index: number): FieldError => ({
  path: `mentions.${String(index)}.source`,
  message: { zh: '这个监测源已停用', en: 'is a source that is not in use' },
});
