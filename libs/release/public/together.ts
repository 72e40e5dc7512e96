/**
 * Asks once for all who ask while an earlier question is on its way: they wait for the next, never for the one that
 * had begun before they came, so that the answer is never older than the question.
 */
export class Together<Answer> {
  private running: Promise<Answer> | null = null;
  private next: Promise<Answer> | null = null;

  constructor(private readonly ask: () => Promise<Answer>) {}

  now(): Promise<Answer> {
    if (this.running === null) return this.begin();
    this.next ??= this.running.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.next;
  }

  private begin(): Promise<Answer> {
    this.next = null;
    const asked = this.ask();
    this.running = asked;
    const over = (): void => {
      if (this.running === asked) this.running = null;
    };
    asked.then(over, over);
    return asked;
  }
}
