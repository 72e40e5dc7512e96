/** What intake needs to know of the office. */
export class IntakeConfig {
  /** The zone of times in files that are written without an offset. */
  constructor(readonly timeZone: string) {}
}
