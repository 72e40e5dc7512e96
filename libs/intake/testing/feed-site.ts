import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Page = (response: ServerResponse, request: IncomingMessage) => void;

/** A site of one's own on this machine, with a page for each path. */
export class FeedSite {
  private constructor(
    private readonly server: Server,
    private readonly pages: Map<string, Page>,
    /** What was asked for, in its order. */
    readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[],
  ) {}

  static async open(): Promise<FeedSite> {
    const pages = new Map<string, Page>();
    const asked: FeedSite['asked'] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      asked.push({ path, headers: request.headers });
      const page = pages.get(path);
      if (page === undefined) response.writeHead(404).end();
      else page(response, request);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FeedSite(server, pages, asked);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The address of a path, by a name that a test resolves, or else by number. */
  at(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${String(this.port)}${path}`;
  }

  /** Puts a page in place of what was there. */
  serve(path: string, page: Page): string {
    this.pages.set(path, page);
    return this.at(path);
  }

  serveText(
    path: string,
    text: string | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
  ): string {
    return this.serve(path, (response) => response.writeHead(200, headers).end(text));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export interface FeedItem {
  readonly id?: string;
  readonly title: string;
  readonly text?: string;
  readonly link?: string;
  readonly published?: string;
}

/** An RSS 2.0 feed, with an author at each entry as most have. */
export const rssOf = (items: readonly FeedItem[], encoding = 'utf-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>清源论坛</title>${items
    .map(
      ({ id, title, text = '', link = '', published }) =>
        `<item><title>${title}</title><description><![CDATA[${text}]]></description><link>${link}</link>` +
        `<author>wang.wu@example.com (王五)</author><dc:creator>王五</dc:creator>` +
        (id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`) +
        (published === undefined ? '' : `<pubDate>${published}</pubDate>`) +
        '</item>',
    )
    .join('')}</channel></rss>`;
