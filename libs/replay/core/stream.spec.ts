import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { redact } from '#intake';
import { readSightings } from './sightings.js';
import { streamOf, topicsSchema } from './stream.js';
import { shouldOpenIncident, topicOf } from './topic.js';
import { DAY } from './values.js';

const ZONE = 'Asia/Shanghai';
const FIRST_DAY = Date.parse('2026-01-05T12:00:00+08:00');
const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));
const file = topicsSchema.parse(read('apps/standalone/demo/topics.yaml'));
const stream = streamOf(file, 1, FIRST_DAY, ZONE);

describe('the demo quarter of Qingyuan', () => {
  it('has some 120 topics with some 450 sightings, most of them worth an incident', () => {
    expect(file.topics.length).toBeGreaterThan(100);
    expect(stream.length).toBeGreaterThan(420);
    const opening = file.topics.filter(({ seen }) =>
      shouldOpenIncident({ sightings: seen.times, peakRank: seen.peak }),
    );
    expect(opening.length).toBeGreaterThan(100);
    expect(opening.length).toBeLessThan(file.topics.length);
  });

  it('uses the configured categories, and all of them', () => {
    const { categories } = read('config/categories.yaml') as { categories: { code: string }[] };
    const used = new Set(file.topics.map(({ category }) => category));
    expect([...used].sort()).toEqual(categories.map(({ code }) => code).sort());
  });

  it('never calls a true complaint a rumour', () => {
    expect(file.topics.filter(({ kind, truth }) => kind === 'rumour' && truth === 'true')).toEqual(
      [],
    );
  });

  it('holds nothing that points at a person', () => {
    const written = JSON.stringify(file);
    expect(redact(written).text).toBe(written);
  });

  it('lies within its days, a few at the end apart that are still going on', () => {
    const midnight = Date.parse('2026-01-05T00:00:00+08:00');
    const days = stream.map(({ observedAt }) => (observedAt - midnight) / DAY);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    expect(days.filter((day) => day > file.days).length).toBeLessThan(15);
  });
});

describe('a written stream', () => {
  it('is the same again for the same seed, and differs only in detail for another', () => {
    expect(streamOf(file, 1, FIRST_DAY, ZONE)).toEqual(stream);
    const other = streamOf(file, 2, FIRST_DAY, ZONE);
    expect(other).not.toEqual(stream);
    expect(other).toHaveLength(stream.length);
  });

  it('can be written down and read back as NDJSON', () => {
    const lines = stream.map((sighting) =>
      JSON.stringify({ ...sighting, observedAt: new Date(sighting.observedAt).toISOString() }),
    );
    expect(readSightings(lines)).toEqual({ sightings: stream, rejected: [] });
  });

  it('rises to the peak that it was given, and falls', () => {
    for (const { title, seen } of file.topics) {
      const ranks = stream
        .filter((sighting) => topicOf(sighting.title) === topicOf(title))
        .map(({ rank }) => rank);
      expect(ranks).toHaveLength(seen.times);
      const best = Math.min(...ranks);
      expect(best).toBeGreaterThanOrEqual(seen.peak);
      if (seen.times >= 4) expect(ranks.at(-1)).toBeGreaterThan(best);
    }
  });

  it('is refused with two topics of one name, or one outside of its days', () => {
    const [topic] = file.topics;
    if (topic === undefined) throw new Error('no topics');
    const twice = { ...file, topics: [topic, { ...topic, title: `#${topic.title}#` }] };
    expect(topicsSchema.safeParse(twice).success).toBe(false);
    const late = { ...file, topics: [{ ...topic, seen: { ...topic.seen, day: file.days } }] };
    expect(topicsSchema.safeParse(late).success).toBe(false);
  });
});
