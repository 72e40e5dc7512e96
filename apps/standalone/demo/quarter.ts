import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { catalogueOf, streamOf, topicsSchema } from '#replay';
import type { Sighting, TopicNotes } from '#replay';

const DAY_MS = 24 * 3_600_000;
const SEED = 20_260_101;

export interface Quarter {
  readonly sightings: readonly Sighting[];
  readonly describe: (title: string) => TopicNotes;
}

/** The fictional county's quarter, placed so that its last day is yesterday. `file` is topics.yaml. */
export function quarterBefore(now: number, file: URL, timeZone: string): Quarter {
  const written = topicsSchema.parse(parse(readFileSync(file, 'utf8')));
  const stream = streamOf(written, SEED, now - written.days * DAY_MS, timeZone);
  return {
    sightings: stream.filter(({ observedAt }) => observedAt < now),
    describe: catalogueOf(written),
  };
}
