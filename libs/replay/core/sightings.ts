import { z } from 'zod';
import type { Instant } from './values.js';

/** One look at one list: this topic stood there, at this rank. Never who wrote it. */
export interface Sighting {
  readonly observedAt: Instant;
  readonly source: string;
  /** 1 is the top of the list. */
  readonly rank: number;
  readonly title: string;
  readonly url: string;
}

export interface RejectedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface Sightings {
  /** In the order of time. */
  readonly sightings: readonly Sighting[];
  readonly rejected: readonly RejectedLine[];
}

/** PostgreSQL cannot store NUL, nor UTF-8 a lone surrogate. */
const readable = (text: string) => !/\0|\p{Surrogate}/u.test(text);
const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(readable, 'contains characters that are not text');

const rowSchema = z.strictObject({
  observedAt: z.iso.datetime({ offset: true }),
  source: text(100),
  rank: z.int().min(1),
  title: text(200),
  url: text(2000).refine((url) => /^https?:\/\/\S+$/.test(url), 'is not an http or https address'),
});

function reasonOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

function parseJson(line: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return null;
  }
}

function readLine(line: string): Sighting | string {
  const json = parseJson(line);
  if (json === null) return 'is not JSON';
  const row = rowSchema.safeParse(json.value);
  if (!row.success) return reasonOf(row.error);
  return { ...row.data, observedAt: Date.parse(row.data.observedAt) };
}

/** Reads newline-delimited JSON. Bad lines are named and left out; empty ones are nothing. Never throws. */
export function readSightings(lines: Iterable<string>): Sightings {
  const sightings: Sighting[] = [];
  const rejected: RejectedLine[] = [];
  let line = 0;
  for (const content of lines) {
    line += 1;
    if (content.trim() === '') continue;
    const read = readLine(content);
    if (typeof read === 'string') rejected.push({ line, reason: read });
    else sightings.push(read);
  }
  return { sightings: sightings.sort((a, b) => a.observedAt - b.observedAt), rejected };
}
