import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { parseConfig } from '../core/yaml-file.js';
import type { ConfigDocument, ConfigProblem } from '../core/yaml-file.js';

/** The configuration is wrong; the boot stops, and says where. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(
      problems.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`).join('\n'),
    );
    this.name = 'ConfigError';
  }
}

/** Reads the files of one configuration folder, gathering the problems of all of them. */
export class ConfigFiles {
  readonly problems: ConfigProblem[] = [];

  constructor(private readonly folder: string) {}

  /** The checked file, or null when it has problems (which are kept in `problems`). */
  read<T>(name: string, schema: z.ZodType<T>): ConfigDocument<T> | null {
    const file = join(this.folder, name);
    const text = this.textOf(file);
    return text === null ? null : this.parse(file, text, schema);
  }

  /** A file that came with a later version than this folder: where it is not there yet, it counts as empty. */
  readIfThere<T>(name: string, schema: z.ZodType<T>): ConfigDocument<T> | null {
    const file = join(this.folder, name);
    const text = existsSync(file) ? this.textOf(file) : '{}';
    return text === null ? null : this.parse(file, text, schema);
  }

  /** The names of the YAML files in a subfolder. */
  list(subfolder: string): string[] {
    try {
      return readdirSync(join(this.folder, subfolder))
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => join(subfolder, name));
    } catch (error) {
      this.problems.push({ file: join(this.folder, subfolder), line: 1, message: reasonOf(error) });
      return [];
    }
  }

  private parse<T>(file: string, text: string, schema: z.ZodType<T>): ConfigDocument<T> | null {
    const result = parseConfig(relative(process.cwd(), file), text, schema);
    if (result.ok) return result.document;
    this.problems.push(...result.problems);
    return null;
  }

  private textOf(file: string): string | null {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      this.problems.push({
        file: relative(process.cwd(), file),
        line: 1,
        message: reasonOf(error),
      });
      return null;
    }
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
