import type { Locator, Page } from 'playwright-core';

/** One incident's page, as the person at it sees it. */
export class IncidentScreen {
  constructor(private readonly page: Page) {}

  /** The buttons of what happens next: the acts that this person is offered, the pressing one first. */
  async offered(): Promise<string[]> {
    const next = this.next;
    await next.waitFor();
    return (await next.getByRole('button').allTextContents()).map((label) => label.trim());
  }

  /** All of them, with those that are folded away. */
  async offeredInAll(): Promise<string[]> {
    const all = this.next.getByRole('button', { includeHidden: true });
    return (await all.allTextContents()).map((label) => label.trim());
  }

  get next(): Locator {
    return this.page.getByRole('region', { name: '下一步' });
  }

  get stage(): Locator {
    return this.page.getByRole('list', { name: '进程' }).locator('[aria-current=step]');
  }

  /** Opens the form of an act. */
  async choose(act: string): Promise<Locator> {
    await this.next.getByRole('button', { name: act, exact: true }).click();
    return this.form(act);
  }

  form(act: string): Locator {
    return this.page.getByRole('form', { name: act });
  }

  /** Sends the form, and waits until the page has taken it in. */
  async send(act: string): Promise<void> {
    const form = this.form(act);
    await form.getByRole('button', { name: act, exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }

  /** Waits for an entry of the timeline: who did what. */
  async waitForEntry(who: string, did: string): Promise<void> {
    const entries = this.page.getByRole('region', { name: /^经过/ }).getByRole('listitem');
    await entries.filter({ hasText: who }).filter({ hasText: did }).first().waitFor();
  }

  async waitForStage(state: string): Promise<void> {
    await this.stage.filter({ hasText: state }).waitFor();
  }
}
