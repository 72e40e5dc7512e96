import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOBODY, operationsOf } from '../support/openapi.js';
import type { ApiDocument } from '../support/openapi.js';
import { ROLES, passwordOf, signIn } from '../support/people.js';
import type { RoleName } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { BOOTSTRAP } from '../support/workspace.js';

interface Row {
  readonly method: string;
  /** As it is declared, with `:id`. */
  readonly path: string;
  readonly needs: string;
  readonly open: readonly RoleName[];
}

const page = readFileSync('docs/permissions.md', 'utf8');

/** The table as somebody reads it: what it promises is what is tried. */
const rows: Row[] = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [route = '', needs = '', ...marks] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const [method = '', path = ''] = route.replaceAll('`', '').split(' ');
    return { method, path, needs, open: ROLES.filter((_, index) => marks[index] === '✓') };
  });

/** The address to try: about things that nobody has, so that nothing happens where the door is open. */
function addressOf({ path }: Row): string {
  const filled = path
    .replace(':command', 'acknowledge')
    .replace(':name', 'incident')
    .replaceAll(/:(id|token)\b/g, NOBODY);
  return /^\/(api|metrics)\b/.test(path) ? filled : `/api/v1${filled}`;
}

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

/** What somebody with this role is answered. A stream never ends, so the body is not waited for. */
async function knock(role: RoleName, row: Row): Promise<{ status: number; code: unknown }> {
  const password = role === 'admin' ? BOOTSTRAP.password : passwordOf(role);
  const username = role === 'admin' ? BOOTSTRAP.username : role;
  // Signing out ends the session that it comes with.
  const person =
    row.method === 'DELETE' && row.path === '/session'
      ? await signIn(scene.program.url, username, password)
      : scene.office[role];
  const answer = await fetch(scene.program.url + addressOf(row), {
    method: row.method,
    headers: { cookie: person.client.cookie ?? '', 'content-type': 'application/json' },
    ...(['POST', 'PUT', 'PATCH'].includes(row.method) && { body: '{}' }),
  });
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  const body = isProblem === true ? ((await answer.json()) as { code: unknown }) : null;
  await answer.body?.cancel().catch(() => undefined);
  return { status: answer.status, code: body?.code };
}

describe('docs/permissions.md', () => {
  it('is what the compiled product declares', () => {
    const { stdout } = spawnSync(process.execPath, ['scripts/write-permissions.mjs', '--print'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: scene.databaseUrl },
    });
    expect(page).toBe(stdout);
  });

  it('has every operation of the OpenAPI document, with the same permission', async () => {
    const answer = await fetch(`${scene.program.url}/api/openapi.json`);
    const known = new Set(rows.map((row) => `${row.method} ${row.path} ${row.needs}`));
    const missing = operationsOf((await answer.json()) as ApiDocument)
      .map(({ method, path, permission }) => {
        const declared = path
          .replace(/^\/api\/v1\/(?!metrics)/, '/')
          .replace(/\/commands\/[a-z-]+$/, '/commands/{command}')
          .replaceAll(/\{(\w+)\}/g, ':$1');
        return `${method} ${declared} ${permission ?? 'public'}`;
      })
      .filter((operation) => !known.has(operation));
    expect(missing).toEqual([]);
  });
});

describe.each(ROLES)('the door of each route, for a %s', (role) => {
  it.each(rows.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', async (_, row) => {
    const { status, code } = await knock(role, row);
    if (row.path === '/hooks/:id') {
      // Open to no person: programs come with the token of the source, and are asked for it whoever they are.
      expect({ status, code }).toEqual({ status: 401, code: 'hook.token' });
    } else if (row.open.includes(role)) {
      expect([401, 403]).not.toContain(status);
      expect(status).toBeLessThan(500);
    } else {
      expect({ status, code }).toEqual({ status: 403, code: 'permission.missing' });
    }
  });
});
