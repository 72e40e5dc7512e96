import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('locales.ts'))
  .map((file) => join(SRC, file));

interface Locales {
  readonly zh: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('Chinese and English say the same things', () => {
  it.each(files.map((file) => [relative(SRC, file), file]))('%s', async (_name, file) => {
    const { zh, en } = (await import(file)) as Locales;
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
    for (const [key, text] of Object.entries(zh)) {
      expect(text.trim()).not.toBe('');
      expect(en[key]?.trim()).not.toBe('');
      // A singular may spell its number out ("1" or "one"), so only the plural is compared.
      if (!key.endsWith('_one'))
        expect([key, placeholders(en[key] ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('has exclamation marks nowhere', async () => {
    for (const file of files) {
      const { zh, en } = (await import(file)) as Locales;
      expect(
        [...Object.values(zh), ...Object.values(en)].filter((text) => /[!！]/.test(text)),
      ).toEqual([]);
    }
  });
});
