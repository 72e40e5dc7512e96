import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Long enough that some senders die in the middle of a message, short enough that none is given up. */
const ANSWERS_AFTER_MS = 250;

/** Another system that takes every message, slowly, and counts what it has heard. */
export class SlowWebhook {
  /** The ids of the messages (header `webhook-id`), in the order in which they came. */
  readonly heard: string[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      request.resume().once('end', () => {
        this.heard.push(String(request.headers['webhook-id']));
        void delay(ANSWERS_AFTER_MS).then(() => response.end());
      });
    });
  }

  static async open(): Promise<SlowWebhook> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SlowWebhook(server);
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
