import type { StreamMember, StreamedEvent } from '#platform';

/** What a line needs of the answer it writes to. */
export interface LineResponse {
  readonly writableLength: number;
  write(text: string): unknown;
  end(): unknown;
  destroy(): unknown;
}

/** A browser asks again after this time when the line breaks. */
const RETRY_MS = 2_000;
/** A reader that lets more than this pile up is gone or asleep; it resumes where it was when it comes back. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** One open page: events as server-sent events (WHATWG HTML §9.2). */
export class EventLine implements StreamMember {
  readonly userId: string;
  readonly circle: readonly string[] | null;

  constructor(
    { userId, circle }: Pick<StreamMember, 'userId' | 'circle'>,
    private readonly response: LineResponse,
    private readonly now: () => number,
  ) {
    this.userId = userId;
    this.circle = circle;
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Carries the cursor, so that a page that is cut off before the first event misses nothing either. */
  begin(cursor: string): void {
    this.send(cursor, 'hello', { serverTime: new Date(this.now()).toISOString() });
  }

  deliver({ cursor, type, data }: StreamedEvent): void {
    this.send(cursor, type, data);
  }

  /** A comment: keeps proxies from closing a line on which nothing happens. */
  heartbeat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  private send(id: string, event: string, data: unknown): void {
    this.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private write(text: string): void {
    if (this.response.writableLength > MAX_UNREAD_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
