import { z } from 'zod';
import { compact } from './fold.js';
import type { Kind } from './kinds.js';
import { KINDS } from './kinds.js';
import type { RedactionRules } from './redact.js';

const kindRule = z.discriminatedUnion('redact', [
  z.strictObject({ redact: z.literal(true) }),
  z.strictObject({
    redact: z.literal(false),
    reason: z
      .string()
      .trim()
      .min(10, 'a kind that stays needs a written reason of 10 characters or more'),
  }),
]);

const allowed = z.strictObject({
  text: z.string().trim().min(3).max(64),
  why: z.string().trim().min(2).max(200),
});

/** `config/redaction.yaml`. Every kind is named, so that none is off by omission. */
export const redactionConfigSchema = z.strictObject({
  kinds: z.strictObject({
    phone: kindRule,
    'id-card': kindRule,
    passport: kindRule,
    'bank-card': kindRule,
    plate: kindRule,
    email: kindRule,
    account: kindRule,
    mention: kindRule,
  } satisfies Record<Kind, typeof kindRule>),
  allow: z.array(allowed).max(500),
});

export type RedactionConfig = z.infer<typeof redactionConfigSchema>;

export function redactionRules(config: RedactionConfig): RedactionRules {
  return {
    off: new Set(KINDS.filter((kind) => !config.kinds[kind].redact)),
    allow: new Set(config.allow.map(({ text }) => compact(text))),
  };
}
