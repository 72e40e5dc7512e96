import { officeConfig } from './config.js';
import type { ConfigCopy } from './config.js';
import { hireOffice } from './people.js';
import type { Office } from './people.js';
import { Program } from './program.js';
import { freshDatabase } from './workspace.js';

/** The standalone program on a fresh database, and one person of each role signed in. */
export interface Scene {
  readonly program: Program;
  readonly office: Office;
  /** The owner's address of the database. */
  readonly databaseUrl: string;
  readonly dataDir: string;
  close(): Promise<void>;
}

export async function openScene(
  config: ConfigCopy = officeConfig(),
  more: Readonly<Record<string, string>> = {},
): Promise<Scene> {
  const { databaseUrl, dataDir, env, close } = await freshDatabase();
  const program = await Program.start({ env: { ...env, ...config.env, ...more } });
  const office = await hireOffice(program.url);
  return {
    program,
    office,
    databaseUrl,
    dataDir,
    close: async () => {
      await program.stop();
      await close();
      config.remove();
    },
  };
}
