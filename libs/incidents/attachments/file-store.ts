import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '#platform';

export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
  /** Epoch milliseconds, by the clock of the disk. */
  readonly storedAt: number;
}

/** Files by their SHA-256, below the workspace folder. What is stored is never changed. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /** The files of the workspace in this folder. */
  static in(dataDir: string): FileStore {
    return new FileStore(join(dataDir, 'attachments'));
  }

  /** Stores the content durably. Storing the same content again makes it young again, and whole. */
  async put(sha256: string, content: Uint8Array): Promise<void> {
    const path = this.pathOf(sha256);
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

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  /** All files there are, folder by folder. Drafts that were cut off are files too. */
  async *batches(): AsyncGenerator<readonly StoredFile[]> {
    for (const folder of await namesIn(this.folder)) {
      const names = await namesIn(join(this.folder, folder));
      const files = await Promise.all(names.map((name) => this.fileNamed(folder, name)));
      yield files.filter((file) => file !== null);
    }
  }

  private async fileNamed(folder: string, sha256: string): Promise<StoredFile | null> {
    try {
      const { size, mtimeMs } = await stat(join(this.folder, folder, sha256));
      return { sha256, bytes: size, storedAt: mtimeMs };
    } catch {
      // Somebody else has just swept it.
      return null;
    }
  }

  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** None when the folder is not there yet. */
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
