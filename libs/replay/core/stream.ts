import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Dice } from './draw.js';
import { diceOf, pick } from './draw.js';
import type { Sighting } from './sightings.js';
import { topicOf } from './topic.js';
import type { IncidentKind, Instant, RatedSeverity, Truth } from './values.js';
import { HOUR, MINUTE, toMinute } from './values.js';

const text = (max: number) => z.string().trim().min(1).max(max);
const SOURCES = ['forum', 'hot-list', 'hotline'] as const;
type SourceName = (typeof SOURCES)[number];

const LOWEST_RANK = 50;

const topicSchema = z.strictObject({
  title: text(60),
  seen: z.strictObject({
    day: z.int().min(0),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    times: z.int().min(1).max(50),
    hours: z.number().positive().max(240),
    peak: z.int().min(1).max(LOWEST_RANK),
    on: z.array(z.enum(SOURCES)).min(1),
  }),
  kind: z.enum(['rumour', 'hot-topic', 'complaint', 'emergency'] satisfies IncidentKind[]),
  category: text(60),
  place: text(200),
  claim: text(1000),
  truth: z.enum(['true', 'partly-true', 'false', 'unverifiable', 'no-claim'] satisfies Truth[]),
  gravity: z.enum(['I', 'II', 'III', 'IV'] satisfies RatedSeverity[]).optional(),
  finding: text(500),
});

const sourceSchema = z.strictObject({ name: text(100), path: z.string().regex(/^[a-z-]+$/) });

/** A quarter as its author tells it: topics with a rise and a fall, relative to the first day. */
export const topicsSchema = z
  .strictObject({
    days: z.int().positive(),
    sources: z.strictObject({
      forum: sourceSchema,
      'hot-list': sourceSchema,
      hotline: sourceSchema,
    } satisfies Record<SourceName, typeof sourceSchema>),
    address: z.url(),
    topics: z.array(topicSchema).min(1),
  })
  .superRefine(({ topics, days }, context) => {
    const keys = topics.map(({ title }) => topicOf(title));
    for (const [i, { seen }] of topics.entries()) {
      const issue = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['topics', i, field], message });
      if (keys.indexOf(keys[i] ?? '') < i) issue('title', 'stands here twice');
      if (seen.day >= days) issue('seen', `lies outside of the ${days} days`);
    }
  });

export type TopicsFile = z.infer<typeof topicsSchema>;
export type WrittenTopic = TopicsFile['topics'][number];

/** Of its time on the lists, when a topic stands highest: talk rises faster than it falls. */
const CREST = 0.35;
const FALL = 28;

/** How far along its time a sighting lies, 0 to 1: close together at first, then further apart. */
const placeOf = (i: number, times: number) => (times === 1 ? 0 : (i / (times - 1)) ** 1.3);

function rankAt(place: number, peak: number, times: number, dice: Dice, i: number): number {
  if (times === 1) return peak;
  const away = place < CREST ? (CREST - place) / CREST : (place - CREST) / (1 - CREST);
  const jitter = Math.floor(dice(`rank ${i}`) * 4);
  return Math.min(LOWEST_RANK, peak + Math.round(away * FALL) + (away < 0.2 ? 0 : jitter));
}

/** Hot lists put titles between hash signs. */
const wording = (source: SourceName, title: string) =>
  source === 'hot-list' ? `#${title}#` : title;

function sightingsOf(
  topic: WrittenTopic,
  number: number,
  file: TopicsFile,
  at: Instant,
  dice: Dice,
) {
  const { times, hours, peak, on } = topic.seen;
  const [first = 'forum', ...others] = on;
  return Array.from({ length: times }, (_, i): Sighting => {
    const place = placeOf(i, times);
    const source = on[i] ?? pick(dice, `source ${i}`, [first, ...others]);
    const { name, path } = file.sources[source];
    const later = place * hours * HOUR + (i === 0 ? 0 : dice(`minute ${i}`) * 10 * MINUTE);
    return {
      observedAt: toMinute(at + later),
      source: name,
      rank: rankAt(place, peak, times, dice, i),
      title: wording(source, topic.title),
      url: `${file.address}/${path}/${number}`,
    };
  });
}

const FIRST_NUMBER = 1001;

/** The quarter as a stream that begins on this day (any instant of it), in the order of time. */
export function streamOf(
  file: TopicsFile,
  seed: number,
  firstDay: Instant,
  zone: string,
): Sighting[] {
  const midnight = DateTime.fromMillis(firstDay, { zone }).startOf('day');
  return file.topics
    .flatMap((topic, i) => {
      const [hour, minute] = topic.seen.time.split(':').map(Number);
      const at = midnight
        .plus({ days: topic.seen.day })
        .set({ hour: hour ?? 0, minute: minute ?? 0 });
      const dice = diceOf(seed, topic.title);
      return sightingsOf(topic, FIRST_NUMBER + i, file, at.toMillis(), dice);
    })
    .sort((a, b) => a.observedAt - b.observedAt);
}
