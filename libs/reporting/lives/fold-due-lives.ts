import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { Reading } from '../core/index.js';
import { foldAnewUnder, foldLives, keepLives, takeDue } from './lives.repository.js';
import { LifeReading } from './life-reading.js';

/** Incidents of one transaction. A command to one of them waits until it is over. */
const BATCH = 200;

/** Brings what figures count up to the timeline. */
@Injectable()
export class FoldDueLives {
  private readonly reading: Reading;
  private readonly hash: string;
  private isCurrent = false;

  constructor(
    private readonly database: Database,
    reading: LifeReading,
  ) {
    this.reading = reading.ofIncidents;
    this.hash = reading.hash;
  }

  /** Folds the next batch. Answers how many there were: 0 when none waits. Safe to run in several processes. */
  async run(): Promise<number> {
    const folded = await this.database.transaction(async (tx) => {
      // Rules are read at the start of a process: once is enough.
      if (!this.isCurrent) await foldAnewUnder(tx, this.hash);
      const ids = await takeDue(tx, BATCH);
      if (ids.length > 0) await keepLives(tx, ids, await foldLives(tx, ids, null, this.reading));
      return ids.length;
    });
    this.isCurrent = true;
    return folded;
  }
}
