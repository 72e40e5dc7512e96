import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public, findActor } from '#identity';
import { Clock, Database, Metrics, ProblemError, SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { isLocalScrape } from './local-scrape.js';

/** Outside the API's prefix as well, where Prometheus looks by itself. */
export const METRICS_PATHS = ['metrics', 'api/v1/metrics'];

/** The text exposition format of Prometheus. */
const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Counters and timings of the process that answers, in Prometheus' text format. A program on the same machine
   * needs no token as long as no public URL is set; all others need one with `engine.read` (403 without).
   */
  @Get(METRICS_PATHS)
  @Public()
  @Header('Content-Type', TEXT)
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(@Req() request: Request): Promise<string> {
    const { publicUrl } = this.settings;
    if (!isLocalScrape({ address: request.ip, publicUrl })) await this.requirePermission(request);
    return this.metrics.registry.metrics();
  }

  private async requirePermission({ headers }: Request): Promise<void> {
    const { authorization, cookie } = headers;
    const now = this.clock.now();
    const actor = await findActor(this.database.reader, { authorization, cookie }, now);
    if (actor?.permissions.includes('engine.read') === true) return;
    throw new ProblemError(
      403,
      'permission.missing',
      'From another machine, the metrics need a token with the permission engine.read.',
    );
  }
}
