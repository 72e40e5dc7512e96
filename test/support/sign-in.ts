import type { Page } from 'playwright-core';
import { passwordOf } from './people.js';

/** Signs in as people do, on whatever page they were sent away from. */
export async function signInAt(page: Page, username: string): Promise<void> {
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(passwordOf(username));
  await page.getByRole('button', { name: '登录' }).click();
}
