import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's site on this machine, which answers everything with one text. */
export class Site {
  private readonly server = createServer((_, response) => response.end(this.body));

  private constructor(public body: string) {}

  static async open(body: string): Promise<Site> {
    const site = new Site(body);
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/rss`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
