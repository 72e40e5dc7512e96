import { Injectable } from '@nestjs/common';
import type { Metrics } from '#platform';
import { normaliseText, redact } from './core/index.js';
import type { RedactionRules } from './core/index.js';

/** The door that every text from outside passes before it is stored. What it takes out is counted, never kept. */
@Injectable()
export class Redactor {
  constructor(
    private readonly rules: RedactionRules,
    private readonly metrics: Metrics,
  ) {}

  /** The text in one spelling, without what points at a person. An arrow, so that it can be handed on. */
  readonly clean = (text: string): string => {
    const { text: rest, removed } = redact(normaliseText(text), this.rules);
    for (const [kind, count] of Object.entries(removed)) {
      if (count > 0) this.metrics.redactions.inc({ kind }, count);
    }
    return rest;
  };

  /** How many pieces of each kind are taken out of these texts; what is no text, and kinds of which there are none, are left out. */
  removedFrom(texts: readonly unknown[]): Readonly<Record<string, number>> {
    const counts = new Map<string, number>();
    for (const text of texts) {
      if (typeof text !== 'string') continue;
      for (const [kind, count] of Object.entries(redact(normaliseText(text), this.rules).removed))
        if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
    return Object.fromEntries(counts);
  }
}
