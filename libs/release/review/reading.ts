import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Clock, Database, Nudges, addToStream, invalid, notFound } from '#platform';
import type { Tx } from '#platform';
import { actorOf } from '#workflow';
import type { Check } from '../core/index.js';
import { circlesOf, maySeeRelease } from '../sight.js';
import { versionOf } from '../texts/text.repository.js';
import { saveSeen, saveTick } from './tick.repository.js';

/** What happens to a text while it is read: who has had which version open, and what they have ticked so far. */
@Injectable()
export class Reading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async seen(releaseId: string, version: number, reader: RequestActor): Promise<void> {
    const isNew = await this.database.transaction(async (tx) => {
      await refuseUnlessThere(tx, releaseId, version, reader);
      const now = this.clock.now();
      const first = await saveSeen(tx, { releaseId, version, userId: reader.id }, now);
      if (!first) return false;
      const circle = (await circlesOf(tx, [releaseId])).get(releaseId) ?? [];
      const data = { id: releaseId };
      await addToStream(tx, [{ type: 'release.changed', userId: null, data, circle }], now);
      return true;
    });
    if (isNew) this.nudges.send('stream');
  }

  /** Kept as it is ticked, so that a reviewer who is called away goes on where they were. */
  async tick(
    releaseId: string,
    version: number,
    check: Check,
    ticked: boolean,
    reader: RequestActor,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await refuseUnlessThere(tx, releaseId, version, reader);
      const place = { releaseId, version, userId: reader.id };
      await saveTick(tx, place, check, ticked, this.clock.now());
    });
  }
}

async function refuseUnlessThere(
  tx: Tx,
  releaseId: string,
  version: number,
  reader: RequestActor,
): Promise<void> {
  if (!(await maySeeRelease(tx, releaseId, actorOf(reader)))) throw notFound('This release');
  if ((await versionOf(tx, releaseId, version)) !== null) return;
  if ((await versionOf(tx, releaseId, 1)) === null) throw notFound('This release');
  const message = { zh: '没有这个版本', en: 'There is no such version.' };
  throw invalid([{ path: 'version', message }]);
}
