import { z } from 'zod';
import { readRange } from './address.js';
import type { Range } from './address.js';
import { resolveBySystem } from './exchange.js';
import type { Resolve } from './exchange.js';

const line = z
  .string()
  .trim()
  .max(200)
  // It becomes part of a header.
  .regex(/^[\x20-\x7e]*$/, 'must be one line of ASCII');

const range = z.string().transform((text, context): Range => {
  const read = readRange(text.trim());
  if (read !== null) return read;
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(text)} is no address or range; write for example 10.20.0.0/16`,
  });
  return z.NEVER;
});

/** `config/feeds.yaml`. */
export const feedsSchema = z.strictObject({
  contact: line.default(''),
  allow: z.array(range).max(100).default([]),
});

const SECOND_MS = 1_000;
const MEGABYTE = 1024 * 1024;

/** How feeds are read: by whom, from where, and how much is put up with. */
export class FeedsConfig {
  readonly userAgent: string;

  constructor(
    given: z.infer<typeof feedsSchema> = { contact: '', allow: [] },
    readonly limits = { withinMs: 20 * SECOND_MS, mostBytes: 5 * MEGABYTE, mostRedirects: 5 },
    readonly resolve: Resolve = resolveBySystem,
  ) {
    this.allowed = given.allow;
    this.userAgent = given.contact === '' ? 'Mingbian' : `Mingbian (+${given.contact})`;
  }

  /** Ranges inside the house that may be read all the same. */
  readonly allowed: readonly Range[];
}
