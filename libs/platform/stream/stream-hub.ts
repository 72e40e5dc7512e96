import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Loop } from '../core/loop.js';
import type { Database } from '../database/database.js';
import type { Nudges } from './nudges.js';
import { endOfStream, isCursor, readStream } from './stream.js';
import type { StreamedEvent } from './stream.js';

/** Somebody who follows the stream. */
export interface StreamMember {
  readonly userId: string;
  /** The ids by which this member stands in the circle of an event; null hears everything. */
  readonly circle: readonly string[] | null;
  /** Called once, before any event: the place from which this member follows. */
  begin(cursor: string): void;
  deliver(event: StreamedEvent): void;
  /** Nothing more will come; the member may join again elsewhere. */
  end(): void;
}

/** Without a nudge the stream is looked at this often, as long as anybody follows it. */
const POLL_MS = 1_000;
const IDLE_MS = 3_600_000;
const PAGE = 500;

/**
 * Reads the stream once for all who follow it in this process: two hundred open pages cost one query. All reading
 * happens in one loop, so every member gets each event once and in order, also while joining late.
 */
@Injectable()
export class StreamHub implements BeforeApplicationShutdown {
  private readonly members = new Set<StreamMember>();
  /** Those who wait to be let in, with the cursor they saw last. */
  private readonly newcomers = new Map<StreamMember, string | null>();
  /** Up to where all members have read; null while there are none. */
  private position: string | null = null;
  private closed = false;
  private readonly loop: Loop;
  private readonly stopListening: () => void;

  constructor(
    private readonly database: Database,
    nudges: Pick<Nudges, 'on'>,
    onError: (error: unknown) => void,
  ) {
    this.loop = new Loop(() => this.round(), onError);
    this.stopListening = nudges.on('stream', () => {
      if (this.members.size > 0) this.loop.nudge();
    });
  }

  /**
   * Lets somebody in, soon. `after` is the cursor they saw last; without one, or with a made-up one, they follow
   * from now on. Answers how to leave.
   */
  join(member: StreamMember, after: string | null): () => void {
    if (this.closed) {
      member.end();
    } else {
      this.newcomers.set(member, after !== null && isCursor(after) ? after : null);
      this.loop.nudge();
    }
    return () => {
      this.newcomers.delete(member);
      this.members.delete(member);
    };
  }

  /** Before, not on, shutdown: Nest closes its server in between, and that waits for open answers. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    this.stopListening();
    await this.loop.stop();
    for (const member of [...this.members, ...this.newcomers.keys()]) member.end();
  }

  private async round(): Promise<number> {
    if (this.members.size + this.newcomers.size === 0) {
      this.position = null;
      return IDLE_MS;
    }
    const start = this.position ?? (await endOfStream(this.database.reader));
    this.position = await this.readOn(start);
    for (const [member, after] of [...this.newcomers])
      await this.letIn(member, after, this.position);
    return POLL_MS;
  }

  /** Delivers what is new to all members, and answers where it ends. */
  private async readOn(start: string): Promise<string> {
    let position = start;
    for (;;) {
      const events = await readStream(this.database.reader, position, PAGE);
      for (const event of events) for (const member of this.members) deliverIfFor(member, event);
      position = events.at(-1)?.cursor ?? position;
      // Kept page by page: if the next one fails, nobody gets this one again.
      this.position = position;
      if (events.length < PAGE) return position;
    }
  }

  /** Brings a newcomer up to where the others are. When that fails they are let go, and come again by themselves. */
  private async letIn(member: StreamMember, after: string | null, end: string): Promise<void> {
    try {
      const start = after !== null && isBefore(after, end) ? after : end;
      member.begin(start);
      await this.catchUp(member, start, end);
      if (this.newcomers.delete(member)) this.members.add(member);
    } catch (error) {
      this.newcomers.delete(member);
      member.end();
      throw error;
    }
  }

  private async catchUp(member: StreamMember, start: string, end: string): Promise<void> {
    let cursor = start;
    while (isBefore(cursor, end) && this.newcomers.has(member)) {
      const events = await readStream(this.database.reader, cursor, PAGE);
      const missed = events.filter((event) => !isBefore(end, event.cursor));
      for (const event of missed) deliverIfFor(member, event);
      cursor = missed.length < PAGE ? end : (missed.at(-1)?.cursor ?? end);
    }
  }
}

function deliverIfFor(member: StreamMember, event: StreamedEvent): void {
  const isAddressed = event.userId === null || event.userId === member.userId;
  if (isAddressed && isInCircle(member, event)) member.deliver(event);
}

const isInCircle = ({ circle: own }: StreamMember, { circle }: StreamedEvent): boolean =>
  own === null || circle === null || circle.some((id) => own.includes(id));

/** Cursors are `xid-id`, in the order of both numbers. */
function isBefore(a: string, b: string): boolean {
  const [xidA, idA] = numbersIn(a);
  const [xidB, idB] = numbersIn(b);
  return xidA === xidB ? idA < idB : xidA < xidB;
}

function numbersIn(cursor: string): [bigint, bigint] {
  const [xid = '0', id = '0'] = cursor.split('-');
  return [BigInt(xid), BigInt(id)];
}
