import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { zh } from './locales';

/** The page that the server's own words are written to, which a test of its own keeps fresh. */
const PERMISSIONS = new URL('../../../../docs/permissions.md', import.meta.url);
const [head = ''] = /^\| route .*$/m.exec(readFileSync(PERMISSIONS, 'utf8')) ?? [];
const served = [...head.matchAll(/(\p{Script=Han}+) (\w+)/gu)].map(([, word, role]) => [
  role,
  word,
]);

it('a role is called here what the server calls it', () => {
  expect(served).toContainEqual(['admin', '管理员']);
  const shown = Object.entries(zh).filter(([key]) => key.startsWith('role.'));
  expect(shown.map(([key, word]) => [key.slice('role.'.length), word])).toEqual(served);
});
