import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConfigCopy } from './config.js';

/** What another system is told about a person (CloudEvents, libs/notify/channels/webhook-channel.ts). */
export interface Message {
  readonly recipient: string;
  readonly title: string;
  readonly text: string;
  readonly ackLink: string | null;
}

/** Another system of the office, which takes every message that the program sends to it. */
export class MessageInbox {
  readonly messages: Message[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        this.messages.push((JSON.parse(body) as { data: Message }).data);
        response.end();
      });
    });
  }

  static async open(): Promise<MessageInbox> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new MessageInbox(server);
  }

  /** Makes it the office's webhook. */
  connect(config: ConfigCopy): void {
    const { port } = this.server.address() as AddressInfo;
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    config.set('channels.yaml', { webhook: { url: `http://127.0.0.1:${port}/`, secret } });
  }

  /** The page that acknowledges, of a message about this title; undefined while none has come. */
  ackPathFor(recipient: string, title: string): string | undefined {
    const link = this.messages.find(
      (message) =>
        message.recipient === recipient &&
        message.ackLink !== null &&
        `${message.title}${message.text}`.includes(title),
    )?.ackLink;
    return link === undefined || link === null ? undefined : new URL(link).pathname;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
