import type { Row } from '../report/row.js';
import type { Cluster } from './cluster.js';

/** What a benchmark is given. */
export interface Bench {
  readonly cluster: Cluster;
  /** Smaller numbers, to see whether it runs; its results prove nothing. */
  readonly quick: boolean;
  /** Says on standard error what is being done. */
  say(text: string): void;
}

/** A benchmark: one name on the command line, one or more rows of the table. */
export interface Benchmark {
  readonly name: string;
  run(bench: Bench): Promise<Row[]>;
}
