import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  ProductModule,
  loadConfiguration,
  openFoundation,
  openWorkspace,
  prepare,
  readSettingsOrExit,
  runUntilSignal,
} from '#product';
import { Engine } from './engine.js';
import { WorkerModule } from './worker.module.js';

/** The sweep and the queues alone, for more than one machine. Several may run at once. */
await runUntilSignal(async () => {
  const settings = readSettingsOrExit(process.env);
  const configuration = loadConfiguration(settings.configDir);
  const workspace = await openWorkspace(settings);
  const foundation = await openFoundation({ settings, databaseUrl: workspace.databaseUrl });
  const definitions = await prepare(foundation, configuration);
  const app = await NestFactory.createApplicationContext(
    WorkerModule.with(ProductModule.on(foundation, configuration, definitions)),
    { logger: foundation.logger, abortOnError: false },
  );
  const engine = app.get(Engine);
  engine.start();
  process.stdout.write('ready worker\n');
  return async () => {
    await engine.stop();
    await app.close();
    await foundation.close();
    // A database that was running before us is somebody else's to stop.
    if (workspace.embedded?.adopted !== true) await workspace.close();
  };
});
