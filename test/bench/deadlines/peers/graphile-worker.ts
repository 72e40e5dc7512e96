import { Logger, run, runMigrations } from 'graphile-worker';
import { withClient } from '../../setting/cluster.js';
import type { Cluster } from '../../setting/cluster.js';
import { until, untilInstant } from '../../setting/until.js';
import type { Load } from '../seed.js';

/** Its default is 2,000 ms, which would be its lateness too: it is woken for jobs that are due at once, not later. */
const POLL_MS = 100;
const CONCURRENCY = 32;

/** graphile-worker with `runAt` and a task that does nothing but note how late it was called. */
export async function graphileLateness(cluster: Cluster, loadFrom: () => Load): Promise<number[]> {
  const connectionString = await cluster.newDatabase();
  const logger = new Logger(() => () => undefined);
  const late: number[] = [];
  await runMigrations({ connectionString, logger });
  const runner = await run({
    connectionString,
    logger,
    pollInterval: POLL_MS,
    concurrency: CONCURRENCY,
    maxPoolSize: 20,
    noHandleSignals: true,
    taskList: {
      noop: (_payload, { job }) => {
        late.push(Date.now() - job.run_at.getTime());
      },
    },
  });
  try {
    const load = loadFrom();
    await schedule(connectionString, load);
    await untilInstant(load.firstDueAt + load.count * load.stepMs);
    await until(() => late.length >= load.count, 120_000, 'graphile-worker has run all its jobs');
    return late;
  } finally {
    await runner.stop();
    await cluster.drop(connectionString);
  }
}

const schedule = (url: string, { count, firstDueAt, stepMs }: Load): Promise<void> =>
  withClient(url, (client) =>
    client.query(
      `SELECT count(graphile_worker.add_job('noop', '{}'::json,
         run_at := to_timestamp($1::float8 / 1000) + i * $2::float8 * interval '1 millisecond'))
       FROM generate_series(0, $3::int - 1) AS i`,
      [firstDueAt, stepMs, count],
    ),
  );
