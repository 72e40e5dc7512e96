import type { Locator, Page } from 'playwright-core';

const CHECKS = ['政治', '法律', '政策', '保密', '文字'];

interface Draft {
  readonly title: string;
  readonly body: string;
  /** The name of a registered channel. */
  readonly channel: string;
}

/** The page of a text in joint review, as the person at it sees it. */
export class ReleaseScreen {
  constructor(private readonly page: Page) {}

  /** The part that only those have who are to review it now. */
  get judgement(): Locator {
    return this.page.getByRole('region', { name: '您的审核' });
  }

  /** The buttons of what carries it on. */
  get acts(): Locator {
    return this.page.getByRole('region', { name: '接下来' }).getByRole('button');
  }

  async waitForTag(state: string): Promise<void> {
    await this.page.locator('header').getByText(state, { exact: true }).first().waitFor();
  }

  /** From the page of an incident. */
  async draft({ title, body, channel }: Draft): Promise<void> {
    await this.page.getByRole('button', { name: '写回应' }).click();
    await this.page.getByLabel('标题').fill(title);
    await this.page.getByLabel('正文').fill(body);
    await this.page.getByLabel(channel).check();
    await this.page.getByRole('button', { name: '保存草稿' }).click();
    await this.waitForTag('起草');
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: '送审' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '送审' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Finds the text where it waits, and opens it. */
  async openWaiting(title: string): Promise<void> {
    await this.page.goto('/reviews');
    const waiting = this.page.getByRole('region', { name: '等我处理' });
    await waiting.getByRole('link', { name: title }).first().click();
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  }

  async approve(): Promise<void> {
    for (const check of CHECKS) await this.judgement.getByLabel(check).check();
    await this.judgement.getByText('已核对 5 / 5').waitFor();
    await this.judgement.getByRole('button', { name: '通过' }).click();
    await this.judgement.waitFor({ state: 'detached' });
  }

  async publish(channel: string, link: string): Promise<void> {
    await this.page.getByRole('button', { name: '登记发布' }).click();
    const form = this.page.getByRole('region', { name: '登记发布' });
    await form.getByLabel(`${channel} 的链接`).fill(link);
    await form.getByRole('button', { name: '登记发布' }).click();
    await this.waitForTag('已发布');
  }
}
