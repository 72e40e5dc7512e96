import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, ProblemError, addToStream, notFound } from '#platform';
import { matches, parseRule } from '../core/index.js';
import type { RawSighting } from '../core/index.js';
import { TakeIn } from '../mentions/take-in.js';
import type { Taken } from '../mentions/take-in.js';
import { findSource } from '../sources/source.repository.js';
import { noteCall } from './hook.repository.js';

export interface HookTaken extends Taken {
  readonly leftOut: number;
}

/** What a program sends to a source by its token. Sent again it changes nothing but the counts of what was left out. */
@Injectable()
export class TakeHook {
  constructor(
    private readonly database: Database,
    private readonly taking: TakeIn,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async run(sourceId: string, sent: readonly Omit<RawSighting, 'outlet'>[]): Promise<HookTaken> {
    const now = this.clock.now();
    const taken = await this.database.transaction(async (tx) => {
      const source = await findSource(tx, sourceId);
      if (source === null) throw notFound('This source');
      if (!source.active || source.kind !== 'webhook')
        throw new ProblemError(422, 'source.not-in-use', 'This source is not in use.');
      const parsed = parseRule(source.keyword_rule ?? '');
      const rule = parsed.ok ? parsed.rule : null;
      const passing = sent.filter(({ text }) => rule === null || matches(rule, text));
      const leftOut = sent.length - passing.length;
      const done = await this.taking.fromSource(tx, sourceId, passing, now);
      await noteCall(tx, sourceId, { takenIn: done.added.sightings, leftOut }, now);
      const event = { type: 'source.changed', userId: null, data: { id: sourceId } };
      await addToStream(tx, [event], now);
      return { ...done, leftOut };
    });
    this.nudges.send('stream', 'outbox', 'topics');
    return taken;
  }
}
