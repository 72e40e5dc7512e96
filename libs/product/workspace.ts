import { EmbeddedPostgres } from '#platform';
import type { Settings } from '#platform';

/** Where the data is: a database, and how to let go of it. */
export interface Workspace {
  /** The owner's address. */
  readonly databaseUrl: string;
  /** Null when the database is not ours to run. */
  readonly embedded: EmbeddedPostgres | null;
  /** Stops the database, if this process started it. */
  close(): Promise<void>;
}

/** The database that `DATABASE_URL` names, or the embedded one of the workspace folder: started, or joined if it runs. */
export async function openWorkspace(settings: Settings): Promise<Workspace> {
  if (settings.databaseUrl !== null) {
    return { databaseUrl: settings.databaseUrl, embedded: null, close: () => Promise.resolve() };
  }
  const embedded = await EmbeddedPostgres.start({ dataDir: settings.dataDir });
  return { databaseUrl: embedded.url(), embedded, close: () => embedded.stop() };
}
