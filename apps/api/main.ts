import 'reflect-metadata';
import {
  ProductModule,
  firstAdministratorLink,
  loadConfiguration,
  openFoundation,
  openWorkspace,
  prepare,
  readSettingsOrExit,
  runUntilSignal,
} from '#product';
import { ApiModule } from './api.module.js';
import { createApi, listen } from './create-api.js';
import { requireFreePort } from './free-port.js';

/** HTTP alone, for more than one machine. A worker must run somewhere. */
await runUntilSignal(async () => {
  const settings = readSettingsOrExit(process.env);
  const configuration = loadConfiguration(settings.configDir);
  await requireFreePort(settings);
  const workspace = await openWorkspace(settings);
  const foundation = await openFoundation({ settings, databaseUrl: workspace.databaseUrl });
  const definitions = await prepare(foundation, configuration);
  const app = await createApi(
    ApiModule.with(ProductModule.on(foundation, configuration, definitions)),
    foundation.logger,
  );
  const address = await listen(app, settings);
  const link = await firstAdministratorLink(foundation, settings.publicUrl ?? address);
  if (link !== null) process.stdout.write(`first administrator: ${link}\n`);
  process.stdout.write(`ready ${address}\n`);
  return async () => {
    await app.close();
    await foundation.close();
    // A database that was running before us is somebody else's to stop.
    if (workspace.embedded?.adopted !== true) await workspace.close();
  };
});
