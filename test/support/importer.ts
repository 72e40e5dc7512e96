import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `mb import --json` says. */
export interface Imported {
  readonly rows: number;
  readonly mentions: number;
  readonly folded: number;
  readonly topics: number;
  readonly rejectedRows: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  readonly added: { readonly sightings: number };
}

export interface Ended {
  readonly code: number | null;
  readonly outcome: Imported | null;
  readonly stderr: string;
  /** The most memory that the process ever had, in MB (VmHWM), without PostgreSQL. */
  readonly peakMB: number;
}

const LOOK_AGAIN_MS = 25;

/** `mb import` in a process of its own, with an eye on its memory. */
export class Importer {
  private stdout = '';
  private stderr = '';
  private peakMB = 0;
  readonly ended: Promise<Ended>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    const looking = setInterval(() => {
      this.look();
    }, LOOK_AGAIN_MS);
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => {
        clearInterval(looking);
        resolve({ code, outcome: this.read(), stderr: this.stderr, peakMB: this.peakMB });
      });
    });
  }

  static start(env: Readonly<Record<string, string>>, file: string, source = '清源论坛'): Importer {
    const { PATH = '', HOME = '' } = process.env;
    const args = [join('dist', 'apps', 'cli', 'main.js'), 'import', file];
    return new Importer(
      spawn(process.execPath, [...args, '--source', source, '--json'], {
        env: { PATH, HOME, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private read(): Imported | null {
    try {
      return JSON.parse(this.stdout) as Imported;
    } catch {
      return null;
    }
  }

  private look(): void {
    try {
      const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
      const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
      if (peak > this.peakMB) this.peakMB = peak;
    } catch {
      // It has ended.
    }
  }
}
