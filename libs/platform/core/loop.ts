/** Work that repeats until it is stopped. One run at a time; a nudge makes the next run start at once. */
export class Loop {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private nudged = false;
  private stopped = false;

  /**
   * @param work one run; answers in how many milliseconds the next one should start
   * @param onError told of a failed run; the next one starts after `retryMs`
   */
  constructor(
    private readonly work: () => Promise<number>,
    private readonly onError: (error: unknown) => void,
    private readonly retryMs = 1_000,
  ) {}

  start(): void {
    this.schedule(0);
  }

  nudge(): void {
    if (this.stopped) return;
    if (this.running === null) this.schedule(0);
    else this.nudged = true;
  }

  /** Waits for the run in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(ms: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.runOnce();
    }, ms);
  }

  private async runOnce(): Promise<void> {
    let next = this.retryMs;
    try {
      next = await this.work();
    } catch (error) {
      this.onError(error);
    }
    this.running = null;
    if (this.stopped) return;
    this.schedule(this.nudged ? 0 : next);
    this.nudged = false;
  }
}
