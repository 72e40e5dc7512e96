import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that were sent and have not been read yet: they are as they came, so each goes as soon as it has been read. */
export class WaitingFiles {
  constructor(private readonly folder: string) {}

  pathOf(id: string): string {
    return join(this.folder, id);
  }

  /** Takes a file over from where the upload left it. */
  async take(from: string, id: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // The folder for uploads may be on another disk.
    await rename(from, this.pathOf(id)).catch(async () => {
      await copyFile(from, this.pathOf(id));
      await rm(from, { force: true });
    });
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }
}
