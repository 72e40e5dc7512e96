import { SystemClock, readSettings } from '#platform';
import type { Clock, Settings } from '#platform';
import { loadConfiguration, openFoundation, openWorkspace, prepare } from '#product';
import type { Configuration, OpenFoundation } from '#product';
import type { Definitions } from '#workflow';
import { Refused } from './output.js';

export interface OpenProduct {
  readonly settings: Settings;
  readonly foundation: OpenFoundation;
  readonly configuration: Configuration;
  readonly definitions: Definitions;
}

export function settingsOrRefuse(): Settings {
  const result = readSettings(process.env);
  if (!result.ok) throw new Refused(result.problems.join('\n'));
  return result.settings;
}

interface ProductOptions {
  readonly clock?: Clock;
  readonly commits?: 'durable' | 'fast';
}

/** Opens the workspace for the length of `work`: through the running database when there is one, else it is started. */
export async function withProduct<T>(
  work: (product: OpenProduct) => Promise<T>,
  { clock = new SystemClock(), commits = 'durable' }: ProductOptions = {},
): Promise<T> {
  const settings: Settings = { ...settingsOrRefuse(), logLevel: 'error' };
  const configuration = loadConfiguration(settings.configDir);
  const workspace = await openWorkspace(settings);
  // A database that was running before us is somebody else's to stop.
  const isOurs = workspace.embedded !== null && !workspace.embedded.adopted;
  try {
    const foundation = await openFoundation({
      settings,
      databaseUrl: workspace.databaseUrl,
      clock,
      commits,
    });
    try {
      const definitions = await prepare(foundation, configuration);
      return await work({ settings, foundation, configuration, definitions });
    } finally {
      await foundation.close();
    }
  } finally {
    if (isOurs) await workspace.close();
  }
}
