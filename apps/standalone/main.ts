import 'reflect-metadata';
import { readSettingsOrExit, runUntilSignal } from '#product';
import { startStandalone } from './start.js';

/** `npm start`: everything in one process, on the workspace of MINGBIAN_DATA_DIR. */
await runUntilSignal(async () => {
  const standalone = await startStandalone(readSettingsOrExit(process.env));
  return () => standalone.stop();
});
