import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from './tx.js';

/** The door to PostgreSQL. Writing happens in `transaction`; `reader` is for single statements that only read. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  get reader(): Tx {
    return this.source.manager;
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }

  /** All statements see the same moment: for audits and figures. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', work);
  }
}
