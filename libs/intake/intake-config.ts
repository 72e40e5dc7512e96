import { riseSchema } from './core/index.js';
import type { RiseRules } from './core/index.js';

/** What intake needs to know of the office. */
export class IntakeConfig {
  constructor(
    /** The zone of times in files that are written without an offset. */
    readonly timeZone: string,
    /** config/rise.yaml. */
    readonly rise: RiseRules = riseSchema.parse(undefined),
  ) {}
}
