import { Agent, request as open } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { HostileRequest } from './requests.js';

export interface HostileAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly requestId: string;
  readonly text: string;
}

/** A server that says nothing for so long has hung. */
const ANSWERS_WITHIN_MS = 20_000;

/** Sends over a few connections that are kept open, as a proxy would. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Rejects when there is no answer. */
  send({ method, path, headers, body }: HostileRequest): Promise<HostileAnswer> {
    return new Promise((resolve, reject) => {
      const sent = open(
        this.url + path,
        {
          agent: this.agent,
          method,
          headers: {
            authorization: `Bearer ${this.token}`,
            ...(body !== null && { 'content-length': body.length }),
            ...headers,
          },
          timeout: ANSWERS_WITHIN_MS,
        },
        (response) => {
          void read(response).then(resolve, reject);
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

async function read(response: IncomingMessage): Promise<HostileAnswer> {
  const contentType = response.headers['content-type'] ?? '';
  const requestId = String(response.headers['x-request-id'] ?? '');
  const head = { status: response.statusCode ?? 0, contentType, requestId };
  if (contentType.startsWith('text/event-stream')) {
    // It has no end.
    response.destroy();
    return { ...head, text: '' };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { ...head, text: Buffer.concat(chunks).toString() };
}
