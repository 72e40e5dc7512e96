import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Heard {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: string;
}

/** `hang` never answers; `cut` breaks the connection once the whole request is there. */
export type Reaction =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | 'hang'
  | 'cut';

/** Somebody else's HTTP server, on a port of this machine. */
export class FakeServer {
  readonly heard: Heard[] = [];

  private constructor(
    private readonly server: Server,
    public react: (heard: Heard) => Reaction,
  ) {
    server.on('request', (request, response) => void this.listen(request, response));
  }

  static async open(react: (heard: Heard) => Reaction = () => ({ status: 200 })) {
    const fake = new FakeServer(createServer(), react);
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The one request that came. */
  get only(): Heard {
    const [heard, ...more] = this.heard;
    if (heard === undefined || more.length > 0) {
      throw new Error(`${this.heard.length} requests came, not one`);
    }
    return heard;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const heard = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', this.origin),
      headers: request.headers,
      bytes,
      body: bytes.toString('utf8'),
    };
    this.heard.push(heard);
    const reaction = this.react(heard);
    if (reaction === 'cut') request.socket.destroy();
    else if (reaction !== 'hang') {
      response.writeHead(reaction.status, reaction.headers).end(reaction.body);
    }
  }
}

/** An address at which nobody listens: the port was free a moment ago, and the system does not give it out again soon. */
export async function deadOrigin(): Promise<string> {
  const fake = await FakeServer.open();
  const { origin } = fake;
  await fake.close();
  return origin;
}
