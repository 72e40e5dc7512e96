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
}
