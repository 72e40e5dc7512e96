import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An SMS as the gateway was handed it. */
export interface Sms {
  readonly to: string;
  readonly text: string;
}

/** A gateway on a port of this machine, which keeps what it is given. */
export class SmsGateway {
  readonly heard: Sms[] = [];
  /** What it says to each message: anything else than 0 is an error, with status 200, as such gateways do. */
  code = 0;
  private readonly server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      this.heard.push(JSON.parse(body) as Sms);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: this.code, message: 'balance used up' }));
    });
  });

  static async open(): Promise<SmsGateway> {
    const gateway = new SmsGateway();
    await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  /** What channels.yaml has to say to use it. */
  get config(): Readonly<Record<string, unknown>> {
    const { port } = this.server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${String(port)}/send`,
      body: '{"to": "{{to}}", "text": "{{text}}"}',
      success: { status: [200], pointer: '/code', equals: 0 },
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
