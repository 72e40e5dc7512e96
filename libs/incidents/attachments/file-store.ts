import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '#platform';

/** Files by their SHA-256, below the workspace folder. What is stored is never changed. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /** The files of the workspace in this folder. */
  static in(dataDir: string): FileStore {
    return new FileStore(join(dataDir, 'attachments'));
  }

  /** Stores the content durably. Storing the same content again changes nothing. */
  async put(sha256: string, content: Uint8Array): Promise<void> {
    const path = this.pathOf(sha256);
    if (await exists(path)) return;
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${newId()}`;
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      // The name appears only when the whole content is on the disk.
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256));
  }

  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
