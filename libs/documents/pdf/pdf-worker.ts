import { parentPort } from 'node:worker_threads';
import { compilePdf } from './compile-pdf.js';
import type { PdfAnswer, PdfOrder } from './pdf-press.js';

/** The thread of `PdfPress`: one paper after the other. */
parentPort?.on('message', ({ id, paper }: PdfOrder) => {
  parentPort?.postMessage(answerOf(id, () => compilePdf(paper)));
});

function answerOf(id: number, work: () => Uint8Array): PdfAnswer {
  try {
    return { id, pdf: work() };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
