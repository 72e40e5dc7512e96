import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { until } from './until.js';

export type ProgramName = 'standalone' | 'api' | 'worker';

export interface ProgramOptions {
  readonly program?: ProgramName;
  /** Settings besides PORT, which is always one that is free. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The slowest start is the first one on an empty folder: initdb takes some seconds on a busy machine. */
const READY_WITHIN_MS = 60_000;

const running = new Set<Program>();

// A test runner that is interrupted must not leave servers behind.
process.once('exit', () => {
  for (const program of running) program.signal('SIGKILL');
});

/** Kills whatever a test has left running. */
export async function killPrograms(): Promise<void> {
  await Promise.all([...running].map((program) => program.kill()));
}

/** A compiled program in a process of its own, as somebody would start it by hand. */
export class Program {
  /** Everything it has printed so far. */
  stdout = '';
  stderr = '';
  readonly exited: Promise<Exit>;
  private exit: Exit | null = null;
  private readonly child: ChildProcess;

  private constructor({ program = 'standalone', env }: ProgramOptions) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [join('dist', 'apps', program, 'main.js')], {
      env: { PATH, HOME, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this);
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exited = new Promise((resolve) => {
      this.child.once('close', (code, signal) => {
        this.exit = { code, signal };
        running.delete(this);
        resolve(this.exit);
      });
    });
  }

  /** Starts it and does not wait: for programs that are expected to give up. */
  static launch(options: ProgramOptions): Program {
    return new Program(options);
  }

  /** Starts it, and waits until it says that it is ready. Throws with all it said when it ends before. */
  static async start(options: ProgramOptions): Promise<Program> {
    const program = new Program(options);
    await until('the program is ready', () => program.readyLine !== null || program.hasEnded, {
      withinMs: READY_WITHIN_MS,
      orSay: () => program.stderr,
    });
    if (program.readyLine !== null) return program;
    throw new Error(`it ended before it was ready:\n${program.stdout}${program.stderr}`);
  }

  /** Where it listens. */
  get url(): string {
    if (this.readyLine === null) throw new Error('it is not ready');
    return this.readyLine;
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('it could not be started');
    return this.child.pid;
  }

  get hasEnded(): boolean {
    return this.exit !== null;
  }

  private get readyLine(): string | null {
    return /^ready (\S+)$/m.exec(this.stdout)?.[1] ?? null;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Asks it to stop, and waits for its end. */
  stop(): Promise<Exit> {
    this.signal('SIGTERM');
    return this.exited;
  }

  /** What a power cut does to it. */
  kill(): Promise<Exit> {
    this.signal('SIGKILL');
    return this.exited;
  }
}
