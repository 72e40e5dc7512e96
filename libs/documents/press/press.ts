import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '../official-document.js';
import type { Paper } from '../pdf/paper.js';
import { make } from './make.js';
import type { Work } from './make.js';

export interface Order {
  readonly id: number;
  readonly work: Work;
}

export type Answer =
  | { readonly id: number; readonly file: Uint8Array }
  | { readonly id: number; readonly problem: string };

interface Waiting {
  readonly done: (file: Buffer) => void;
  readonly failed: (error: Error) => void;
}

/** Fonts take 100 MB: a press that nobody has used for so long is closed. */
const IDLE_MS = 60_000;
const SCRIPT = fileURLToPath(new URL('press-worker.js', import.meta.url));

/** Makes documents in a thread of its own, so that no request waits for another one's. */
export class Press {
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** PDF/A, the same bytes for the same paper. */
  pdf(paper: Paper): Promise<Buffer> {
    return this.order({ as: 'pdf', paper });
  }

  /** A file for Word. */
  word(document: OfficialDocument): Promise<Buffer> {
    return this.order({ as: 'word', document });
  }

  async onModuleDestroy(): Promise<void> {
    await this.close();
  }

  private async close(): Promise<void> {
    if (this.idle !== null) clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private order(work: Work): Promise<Buffer> {
    // Sources that are run as they are (tests) have no script that a thread could run.
    if (!existsSync(SCRIPT)) return make(work);
    return new Promise((done, failed) => {
      this.last += 1;
      this.waiting.set(this.last, { done, failed });
      const order: Order = { id: this.last, work };
      this.open().postMessage(order);
    });
  }

  private open(): Worker {
    if (this.idle !== null) clearTimeout(this.idle);
    if (this.worker !== null) return this.worker;
    const worker = new Worker(SCRIPT);
    worker.unref();
    worker.on('message', (answer: Answer) => {
      this.finish(answer);
    });
    worker.on('error', (error) => {
      this.break(worker, error);
    });
    worker.on('exit', () => {
      this.break(worker, new Error('the press was closed'));
    });
    this.worker = worker;
    return worker;
  }

  private finish(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('file' in answer) waiting?.done(Buffer.from(answer.file));
    else waiting?.failed(new Error(answer.problem));
    if (this.waiting.size > 0) return;
    this.idle = setTimeout(() => void this.close(), IDLE_MS);
    this.idle.unref();
  }

  /** A thread that ended answers nobody: those who wait are told, and the next order opens another. */
  private break(worker: Worker, error: Error): void {
    if (this.worker !== worker && this.worker !== null) return;
    this.worker = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { failed } of waiting) failed(error);
  }
}
