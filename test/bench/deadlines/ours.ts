import { Engine } from '../../../apps/worker/engine.js';
import type { Cluster } from '../setting/cluster.js';
import { Office } from '../setting/office.js';
import { until, untilInstant } from '../setting/until.js';
import { seedDue } from './seed.js';
import type { Load } from './seed.js';
import { countSteps, readSteps } from './steps.js';
import type { Steps } from './steps.js';

/** Nothing that is late by more than this is waited for. */
const GIVE_UP_MS = 60_000;

/**
 * The running engine, with its sweep, its alarms and its queues' workers, under a load. Each deadline that falls due
 * is breached, starts its ladder, and takes the ladder's first step, which tells two officers.
 */
export async function fireWithEngine(
  cluster: Cluster,
  loadFrom: () => Load,
): Promise<{ readonly load: Load; readonly steps: Steps }> {
  const office = await Office.open(cluster);
  try {
    await office.hire('first', ['officer']);
    await office.hire('second', ['officer']);
    const engine = office.app.get(Engine, { strict: false });
    engine.start();
    try {
      const load = loadFrom();
      await seedDue(office.url, load);
      office.foundation.nudges.send('deadlines');
      await untilInstant(load.firstDueAt + load.count * load.stepMs);
      const { database } = office.foundation;
      await until(
        async () => (await countSteps(database)) >= load.count,
        GIVE_UP_MS,
        'all steps taken',
      );
      return { load, steps: await readSteps(database) };
    } finally {
      await engine.stop();
    }
  } finally {
    await office.close();
  }
}
