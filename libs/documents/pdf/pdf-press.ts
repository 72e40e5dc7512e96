import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { compilePdf } from './compile-pdf.js';
import type { Paper } from './paper.js';

export interface PdfOrder {
  readonly id: number;
  readonly paper: Paper;
}

export type PdfAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly problem: string };

interface Waiting {
  readonly done: (pdf: Buffer) => void;
  readonly failed: (error: Error) => void;
}

/** Fonts take 100 MB: a press that nobody has used for so long is closed. */
const IDLE_MS = 60_000;
const SCRIPT = fileURLToPath(new URL('pdf-worker.js', import.meta.url));

/** Sets papers as PDF in a thread of its own, so that no request waits for another one's document. */
export class PdfPress {
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  set(paper: Paper): Promise<Buffer> {
    // Sources that are run as they are (tests) have no script that a thread could run.
    if (!existsSync(SCRIPT)) return Promise.resolve(compilePdf(paper));
    return new Promise((done, failed) => {
      this.last += 1;
      this.waiting.set(this.last, { done, failed });
      const order: PdfOrder = { id: this.last, paper };
      this.open().postMessage(order);
    });
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

  private open(): Worker {
    if (this.idle !== null) clearTimeout(this.idle);
    if (this.worker !== null) return this.worker;
    const worker = new Worker(SCRIPT);
    worker.unref();
    worker.on('message', (answer: PdfAnswer) => {
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

  private finish(answer: PdfAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('pdf' in answer) waiting?.done(Buffer.from(answer.pdf));
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
