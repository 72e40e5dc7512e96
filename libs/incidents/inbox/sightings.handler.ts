import { Injectable } from '@nestjs/common';
import { sightingsById, sightingsOfIncidents } from '#intake';
import { Clock, HandlesJob } from '#platform';
import type { JobHandler, Tx } from '#platform';
import type { z } from 'zod';
import { JoinSightings } from './join-sightings.js';

/** Mentions that belong to incidents were seen again: the incidents count it too. */
@Injectable()
@HandlesJob(sightingsOfIncidents)
export class SightingsHandler implements JobHandler<z.infer<typeof sightingsOfIncidents.schema>> {
  constructor(
    private readonly joining: JoinSightings,
    private readonly clock: Clock,
  ) {}

  async handle(
    { sightingIds }: z.infer<typeof sightingsOfIncidents.schema>,
    { tx }: { tx: Tx },
  ): Promise<void> {
    await this.joining.within(tx, await sightingsById(tx, sightingIds), this.clock.now());
  }
}
