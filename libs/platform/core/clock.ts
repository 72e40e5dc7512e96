/** Where domain time comes from. SQL never calls now() for it, so that tests and the replay can move time. */
export abstract class Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  abstract now(): number;

  date(): Date {
    return new Date(this.now());
  }
}

export class SystemClock extends Clock {
  override now(): number {
    return Date.now();
  }
}

/** A clock that moves only when it is told to: for tests and for the replay. */
export class ManualClock extends Clock {
  constructor(private instant: number) {
    super();
  }

  override now(): number {
    return this.instant;
  }

  /** Moves to an instant. Going back is a mistake of the caller and throws RangeError. */
  moveTo(instant: number): void {
    if (instant < this.instant) throw new RangeError('a clock does not go back');
    this.instant = instant;
  }

  advance(ms: number): void {
    this.moveTo(this.instant + ms);
  }
}
