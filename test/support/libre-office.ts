import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './pdf-pages.js';

const program = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));

/** Whether this machine can open a Word file. CI installs what is needed for it (.ci/run). */
export const hasLibreOffice = program !== undefined;

/** Opens Word files as LibreOffice lays them out, in a profile of its own. */
export class LibreOffice {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mingbian-office-'));

  /** The path of the file as PDF. */
  pdfOf(word: Buffer): string {
    if (program === undefined) throw new Error('LibreOffice is not installed');
    const file = join(this.folder, 'document.docx');
    writeFileSync(file, word);
    const profile = `-env:UserInstallation=${pathToFileURL(join(this.folder, 'profile')).href}`;
    run(program, profile, '--headless', '--convert-to', 'pdf', '--outdir', this.folder, file);
    return join(this.folder, 'document.pdf');
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
