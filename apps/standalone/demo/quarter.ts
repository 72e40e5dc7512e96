import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { streamOf, topicOf, topicsSchema } from '#replay';
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
  const notes = new Map(
    written.topics.map(({ title, claim, kind, category, place, truth, finding }) => [
      topicOf(title),
      { title, claim, kind, category, place, truth, finding },
    ]),
  );
  return {
    sightings: streamOf(written, SEED, now - written.days * DAY_MS, timeZone).filter(
      ({ observedAt }) => observedAt < now,
    ),
    describe: (title) => {
      const known = notes.get(topicOf(title));
      if (known === undefined) throw new Error(`topics.yaml does not know "${title}"`);
      return known;
    },
  };
}
