import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binOf } from './lib/bin.mjs';
import { fromRoot } from './lib/paths.mjs';

/** One import for each rule that must be refused: the file, and what stands in it. */
const violations = {
  'no-cycles': ['libs/notify/egg.ts', `import { hen } from './hen.js'; export const egg = [hen];`],
  resolvable: ['libs/notify/lost.ts', `import './gone.js';`],
  'lib-by-its-door': ['libs/notify/burglar.ts', `import '../identity/inside.js';`],
  'lib-by-its-door-from-outside': ['apps/cli/main.ts', `import '../../libs/notify/inside.js';`],
  'door-not-used-from-inside': ['libs/notify/loop.ts', `import './index.js';`],
  'core-imports-itself': ['libs/intake/core/a.ts', `import type { inside } from '../inside.js';`],
  'core-without-node': ['libs/intake/core/b.ts', `import 'node:fs';`],
  'core-plain-libraries': ['libs/intake/core/c.ts', `import type { Type } from '@nestjs/common';`],
  'platform-knows-its-place': ['libs/platform/a.ts', `import '#identity';`],
  'documents-knows-its-place': ['libs/documents/a.ts', `import '#platform';`],
  'identity-knows-its-place': ['libs/identity/a.ts', `import '#incidents';`],
  'workflow-knows-its-place': ['libs/workflow/a.ts', `import '#incidents';`],
  'intake-knows-its-place': ['libs/intake/a.ts', `import '#incidents';`],
  'knowledge-knows-its-place': ['libs/knowledge/a.ts', `import '#incidents';`],
  'notify-knows-its-place': ['libs/notify/a.ts', `import '#escalation';`],
  'escalation-knows-its-place': ['libs/escalation/a.ts', `import '#incidents';`],
  'duty-knows-its-place': ['libs/duty/a.ts', `import '#incidents';`],
  'registers-knows-its-place': ['libs/registers/a.ts', `import '#workflow';`],
  'incidents-knows-its-place': ['libs/incidents/a.ts', `import '#reporting';`],
  'matters-knows-its-place': ['libs/matters/a.ts', `import '#reporting';`],
  'upward-knows-its-place': ['libs/upward/a.ts', `import '#reporting';`],
  'release-knows-its-place': ['libs/release/a.ts', `import '#reporting';`],
  'search-knows-its-place': ['libs/search/a.ts', `import '#reporting';`],
  'reporting-knows-its-place': ['libs/reporting/a.ts', `import '#replay';`],
  'replay-knows-its-place': ['libs/replay/a.ts', `import '#reporting';`],
  'libs-not-apps': ['libs/notify/app.ts', `import '../../apps/cli/main.js';`],
  'worker-without-api': ['apps/worker/main.ts', `import '../api/main.js';`],
  'api-without-worker': ['apps/api/other.ts', `import '../worker/main.js';`],
  'api-without-sql': ['apps/api/main.ts', `import 'typeorm';`],
  'web-talks-http': ['apps/web/src/main.tsx', `import '#notify';`],
  'server-without-web': ['apps/api/page.ts', `import '../web/src/main.js';`],
  'testing-stays-in-tests': ['libs/notify/fake.ts', `import '#testing';`],
  'product-needs-no-dev-package': ['libs/notify/dev.ts', `import 'fast-check';`],
};

const innocent = {
  'libs/notify/hen.ts': `import { egg } from './egg.js'; export const hen = [egg];`,
  'libs/escalation/core/plain.ts': `import { DateTime } from 'luxon'; export const plain = DateTime;`,
  'libs/escalation/polite.ts': `import '#platform'; import '#workflow'; import '#notify';`,
  'libs/notify/a.spec.ts': `import '#testing'; import 'fast-check'; import './testing/play.js';`,
  'libs/notify/testing/play.ts': `import 'fast-check';`,
  ...Object.fromEntries(
    ['platform', 'identity', 'workflow', 'intake', 'notify', 'escalation', 'incidents']
      .concat(['reporting', 'replay', 'testing'])
      .flatMap((lib) => [
        [`libs/${lib}/index.ts`, `export const ${lib} = 1;`],
        [`libs/${lib}/inside.ts`, `export const inside = 1;`],
      ]),
  ),
};

describe('the walls between the rooms', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbian-boundaries-'));
  /** @type {{ rule: { name: string }, from: string }[]} */
  let found = [];

  beforeAll(() => {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(fromRoot(file), join(folder, file));
    }
    symlinkSync(fromRoot('node_modules'), join(folder, 'node_modules'), 'junction');
    const files = [...Object.values(violations), ...Object.entries(innocent)];
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, String(file))), { recursive: true });
      writeFileSync(join(folder, String(file)), String(text));
    }
    const args = [binOf('dependency-cruiser', 'depcruise'), 'apps', 'libs', '--config'];
    const { stdout } = spawnSync(process.execPath, [...args, '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    found = JSON.parse(stdout).summary.violations;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('have an example for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
    const names = forbidden.map((/** @type {{ name: string }} */ { name }) => name);
    expect(Object.keys(violations).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(violations))('%s stops %j', (rule, [file]) => {
    expect(found).toContainEqual(
      expect.objectContaining({ rule: expect.objectContaining({ name: rule }), from: file }),
    );
  });

  it('let through what follows the rules', () => {
    const stopped = new Set(found.map(({ from }) => from));
    const polite = Object.keys(innocent).filter((file) => file !== 'libs/notify/hen.ts');
    expect(polite.filter((file) => stopped.has(file))).toEqual([]);
  });
});
