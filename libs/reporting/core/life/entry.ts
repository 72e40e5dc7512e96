import type { Instant } from '../values.js';

/** An entry of an incident's timeline, as far as figures read it. */
export interface LifeEntry {
  readonly at: Instant;
  readonly type: string;
  readonly data: {
    readonly from?: string | null;
    readonly to?: string | null;
    readonly params?: Readonly<Record<string, unknown>> | undefined;
    readonly set?: Readonly<Record<string, unknown>> | undefined;
    /** Of what a deadline did. */
    readonly clock?: string | undefined;
    /** Of what a ladder did. */
    readonly escalationId?: string | undefined;
  };
}
