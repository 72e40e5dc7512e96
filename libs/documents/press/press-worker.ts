import { parentPort } from 'node:worker_threads';
import { make } from './make.js';
import type { Answer, Order } from './press.js';

/** The thread of `Press`. */
parentPort?.on('message', (order: Order) => {
  void answer(order).then((made) => parentPort?.postMessage(made));
});

async function answer({ id, work }: Order): Promise<Answer> {
  try {
    return { id, file: await make(work) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
