import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from './tx.js';

const MOST_ATTEMPTS = 3;

/** The door to PostgreSQL. Writing happens in `transaction`; `reader` is for single statements that only read. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  get reader(): Tx {
    return this.source.manager;
  }

  /**
   * Runs the work and commits it. Two transactions that wait for each other are untied by the server, which ends one
   * of them: it has done nothing, and simply runs again.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !isDeadlock(error)) throw error;
      }
    }
  }

  /** All statements see the same moment: for audits and figures. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', work);
  }
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01';
