/**
 * Writes docs/permissions.md: who gets through which door, as the compiled product declares it. With `--print` it
 * goes to standard output instead, for the test that compares the two.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromRoot } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { main, say } from './lib/progress.mjs';

const INTRODUCTION = `# Permissions

Who gets through which door. Every route declares the permission it needs (\`@Requires\`), or that it is open to
everybody (\`@Public\`); the boot fails when one does neither. A door is coarse: whether a person may give a command to
an incident now is decided by the workflow (\`config/workflows/incident.yaml\`), which knows the unit, the state and who
did what before. Paths are below \`/api/v1\`, except those that say otherwise.

Written by \`node scripts/write-permissions.mjs\`; a test tries every cell, and another fails when this page is stale.

`;

await main(() => prepare(['server']));
const page = INTRODUCTION + (await table());
if (process.argv.includes('--print')) process.stdout.write(page);
else {
  writeFileSync(fromRoot('docs', 'permissions.md'), page);
  say('docs/permissions.md is written.');
}

/** Puts the product together as the api does, and asks it for its routes. */
async function table() {
  const { NestFactory } = await import('@nestjs/core');
  const { collectRoutes, permissionTable } = await import('#identity');
  const product = await import('#product');
  const api = pathToFileURL(fromRoot('dist', 'apps', 'api', 'api.module.js')).href;
  const { ApiModule } = await import(api);
  const dataDir = mkdtempSync(join(tmpdir(), 'mingbian-permissions-'));
  const settings = product.readSettingsOrExit({
    MINGBIAN_DATA_DIR: dataDir,
    MINGBIAN_CONFIG_DIR: fromRoot('config'),
    MINGBIAN_LOG_LEVEL: 'silent',
    DATABASE_URL: process.env['DATABASE_URL'],
  });
  const workspace = await product.openWorkspace(settings);
  const { databaseUrl } = workspace;
  const foundation = await product.openFoundation({ settings, databaseUrl });
  const configuration = product.loadConfiguration(settings.configDir);
  const definitions = await product.prepare(foundation, configuration);
  const module = ApiModule.with(product.ProductModule.on(foundation, configuration, definitions));
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const written = permissionTable(collectRoutes(app));
  await app.close();
  await foundation.close();
  await workspace.close();
  rmSync(dataDir, { recursive: true, force: true });
  return written;
}
