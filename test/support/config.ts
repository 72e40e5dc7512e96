import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** A copy of `config/` that a test may change. */
export class ConfigCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'mingbian-config-'));

  constructor() {
    cpSync('config', this.folder, { recursive: true });
  }

  get env(): Readonly<Record<string, string>> {
    return { MINGBIAN_CONFIG_DIR: this.folder };
  }

  /** Sets values by their paths in one of the files; everything else stays as it is shipped. */
  set(file: string, values: Readonly<Record<string, unknown>>): this {
    const document = parseDocument(this.read(file));
    for (const [path, value] of Object.entries(values)) {
      document.setIn(path.split('.'), document.createNode(value));
    }
    this.write(file, document.toString());
    return this;
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The same time at every severity, so that a test need not know which one counts. */
export const always = (duration: string): Record<string, string> => ({
  I: duration,
  II: duration,
  III: duration,
  IV: duration,
  unrated: duration,
});

/**
 * The shipped configuration with a ladder that climbs a step a second, for minutes, and is not taken again once
 * somebody has acknowledged. All other times stay long, so that nothing else happens by itself.
 */
export const officeConfig = (): ConfigCopy =>
  new ConfigCopy().set('ladders.yaml', {
    'ladders.duty.repeat': 100,
    'ladders.duty.steps.1.wait': 'PT1S',
    'ladders.duty.steps.2.wait': 'PT1S',
    'ladders.duty.steps.3.wait': 'PT1S',
  });
