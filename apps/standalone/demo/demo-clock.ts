import { ManualClock } from '#platform';

/** A clock that is moved by hand while the quarter is replayed, and runs by itself from then on. */
export class DemoClock extends ManualClock {
  private isReleased = false;

  override now(): number {
    return this.isReleased ? Date.now() : super.now();
  }

  release(): void {
    this.isReleased = true;
  }
}
