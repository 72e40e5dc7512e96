import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** Longer than anything takes on a busy machine with two cores, shorter than a test's own patience. */
const PATIENCE_MS = 15_000;
/** Refusals that pages show: whoever is not signed in asks who they are, and rules refuse acts. */
const SHOWN_REFUSALS = /status of (401|409|422)/;

/** One person's browser window, which remembers every complaint of the page and of the browser. */
export class Window {
  private complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => this.note(message));
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${String(error)}`));
  }

  static async of(context: BrowserContext): Promise<Window> {
    context.setDefaultTimeout(PATIENCE_MS);
    return new Window(await context.newPage());
  }

  async open(path: string): Promise<Page> {
    await this.page.goto(path);
    return this.page;
  }

  takeComplaints(): string[] {
    const taken = this.complaints;
    this.complaints = [];
    return taken;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  private note(message: ConsoleMessage): void {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    if (url.includes('/api/v1/') && SHOWN_REFUSALS.test(message.text())) return;
    this.complaints.push(`${this.page.url()}: ${message.text()} (${url})`);
  }
}
