import type { INestApplicationContext } from '@nestjs/common';
import { IncidentConfig } from '#incidents';
import { Database, sql } from '#platform';
import type { ManualClock } from '#platform';
import { catalogueOf } from './catalogue.js';
import type { Bands, Instant, Office, OfficeUnit, Sighting } from './core/index.js';
import type { TopicNotes } from './ports.js';
import { ProductPorts } from './product-ports.js';
import { simulate } from './simulate.js';
import type { ReplayOutcome, ReplayProgress } from './simulate.js';
import { ensureStaff } from './staff.js';

export interface ReplayOptions {
  readonly sightings: readonly Sighting[];
  readonly seed: number;
  readonly asOf: Instant;
  /** What is known of a topic; by default what its title says. */
  readonly describe?: (title: string) => TopicNotes;
  readonly onProgress?: (progress: ReplayProgress) => void;
}

/** Plays a stream through the product that `app` is, with an office made for it. Its clock is moved. */
export async function runReplay(
  app: INestApplicationContext,
  clock: ManualClock,
  options: ReplayOptions,
): Promise<ReplayOutcome> {
  const database = app.get(Database, { strict: false });
  const staff = await database.transaction((tx) => ensureStaff(tx, clock));
  const office = await officeOf(app.get(IncidentConfig, { strict: false }), database, options.seed);
  const { sightings, asOf, onProgress } = options;
  const describe = options.describe ?? catalogueOf(null);
  return simulate(
    new ProductPorts(app, clock, staff),
    { sightings, office, asOf, describe },
    onProgress,
  );
}

async function officeOf(config: IncidentConfig, database: Database, seed: number): Promise<Office> {
  const rows = await sql<{ id: string; code: string }>(
    database.reader,
    'SELECT id, code FROM units ORDER BY code',
  );
  const units = rows.map(({ id, code }): OfficeUnit => ({
    id,
    categories: config.categories
      .filter(({ ownerUnit }) => ownerUnit === code)
      .map((category) => category.code),
  }));
  const [first, ...others] = units;
  if (first === undefined) throw new Error('the organisation has no units');
  const { bands } = config.matrix;
  const highest: Bands = { IV: bands.IV.to, III: bands.III.to, II: bands.II.to, I: bands.I.to };
  return { seed, timeZone: config.timeZone, units: [first, ...others], bands: highest };
}
