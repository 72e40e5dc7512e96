import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentUser, Requires, findActor, seesOnlyTheirs } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, StreamHub } from '#platform';
import { EventLine } from './event-line.js';

const HEARTBEAT_MS = 15_000;
/** Every fourth heartbeat, a minute: whether the session still runs. */
const HEARTBEATS_PER_CHECK = 4;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  // nginx would collect events until its buffer is full.
  'X-Accel-Buffering': 'no',
};

@Controller('stream')
export class StreamController {
  constructor(
    private readonly hub: StreamHub,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What changes, as it changes: `incident.changed`, `escalation.changed`, `notification` (your own), after a `hello`
   * with the server's time. Goes on after `Last-Event-ID`, or from now on. Ends with the session.
   */
  @Get()
  @Requires('stream.own')
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  follow(
    @CurrentUser() user: RequestActor,
    @Req() request: Request,
    @Res() response: Response,
  ): void {
    response.writeHead(200, HEADERS);
    const line = new EventLine({ userId: user.id, circle: circleOf(user) }, response, () =>
      this.clock.now(),
    );
    const leave = this.hub.join(line, request.header('last-event-id') ?? null);
    let beats = 0;
    const timer = setInterval(() => {
      line.heartbeat();
      beats += 1;
      if (beats % HEARTBEATS_PER_CHECK === 0) void this.endWithSession(line, user, request);
    }, HEARTBEAT_MS);
    response.on('close', () => {
      clearInterval(timer);
      leave();
    });
  }

  private async endWithSession(
    line: EventLine,
    user: RequestActor,
    request: Request,
  ): Promise<void> {
    const { authorization, cookie } = request.headers;
    const credentials = { authorization, cookie };
    try {
      const actor = await findActor(this.database.reader, credentials, this.clock.now());
      if (actor === null || !isSameReader(actor, user)) line.end();
    } catch {
      // The database is away: that says nothing about the session. The next check will.
    }
  }
}

/** Who sees only what is theirs hears only of that. */
const circleOf = ({ id, roles, unitId }: RequestActor): readonly string[] | null =>
  seesOnlyTheirs(roles) ? [id, ...(unitId === null ? [] : [unitId])] : null;

/** A line that was opened with other rights is closed; the page opens a new one by itself. */
const isSameReader = (actor: RequestActor, before: RequestActor): boolean =>
  actor.id === before.id &&
  actor.permissions.includes('stream.own') &&
  String(circleOf(actor)) === String(circleOf(before));
