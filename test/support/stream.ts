import type { Person } from './people.js';
import { until } from './until.js';

export interface StreamedMessage {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Somebody who listens to the live stream, and keeps what arrives. */
export class Listener {
  readonly messages: StreamedMessage[] = [];
  private readonly abort = new AbortController();
  private reading: Promise<void> = Promise.resolve();
  private rest = '';

  /** Opens the stream, after the message with this id when one is given. */
  static async open(url: string, { client }: Person, lastEventId?: string): Promise<Listener> {
    const listener = new Listener();
    const response = await fetch(`${url}/api/v1/stream`, {
      headers: {
        cookie: client.cookie ?? '',
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
      signal: listener.abort.signal,
    });
    if (response.status !== 200 || response.body === null) {
      throw new Error(`no stream: ${response.status}`);
    }
    listener.reading = listener.read(response.body);
    return listener;
  }

  get lastId(): string {
    return this.messages.at(-1)?.id ?? '';
  }

  /** Waits for a message, which may have arrived before. */
  async hear(what: string, wanted: (message: StreamedMessage) => boolean): Promise<void> {
    await until(what, () => this.messages.some(wanted), {
      orSay: () => JSON.stringify(this.messages),
    });
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.reading;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) this.take(decoder.decode(chunk, { stream: true }));
    } catch {
      // Closed by us, or by a server that went away.
    }
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon), line.slice(colon + 1).trimStart()] as const;
        }),
      );
      const data = fields.get('data');
      if (data === undefined) continue;
      this.messages.push({
        id: fields.get('id') ?? '',
        event: fields.get('event') ?? 'message',
        data: JSON.parse(data) as Readonly<Record<string, unknown>>,
      });
    }
  }
}
