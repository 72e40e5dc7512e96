import type { Locator } from 'playwright-core';

/** What stands below a field about it: a hint, or what is wrong. A screen reader reads it out after the name. */
export async function saidOf(field: Locator): Promise<string> {
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const texts = ids.map((id) => field.page().locator(`[id="${id}"]`).textContent());
  return (await Promise.all(texts)).join(' ');
}
