import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { Reading } from '../core/index.js';
import { foldLives, keepLives, takeDue } from './lives.repository.js';
import { LifeReading } from './life-reading.js';

/** Incidents of one transaction. A command to one of them waits until it is over. */
const BATCH = 200;

/** Brings what figures count up to the timeline. */
@Injectable()
export class FoldDueLives {
  private readonly reading: Reading;

  constructor(
    private readonly database: Database,
    reading: LifeReading,
  ) {
    this.reading = reading.ofIncidents;
  }

  /** Folds the next batch. Answers how many there were: 0 when none waits. Safe to run in several processes. */
  run(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ids = await takeDue(tx, BATCH);
      if (ids.length > 0) await keepLives(tx, ids, await foldLives(tx, ids, null, this.reading));
      return ids.length;
    });
  }
}
