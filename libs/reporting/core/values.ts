/** Epoch milliseconds. */
export type Instant = number;

/** Chinese first, English complete. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
