import { ManualClock, SystemClock } from '#platform';

/** A clock that is moved by hand while the quarter is replayed, and runs by itself from then on. */
export class DemoClock extends ManualClock {
  private readonly today = new SystemClock();
  private isReleased = false;

  override now(): number {
    return this.isReleased ? this.today.now() : super.now();
  }

  release(): void {
    this.isReleased = true;
  }
}
