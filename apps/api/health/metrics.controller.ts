import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public, findActor } from '#identity';
import { Clock, Database, Metrics, ProblemError, SETTINGS, lastBeat } from '#platform';
import type { Settings } from '#platform';
import { FINDING_CODES, openFindings } from '#escalation';
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
   * Counters and timings of the process that answers, and what the auditor found in any, in Prometheus' text format. A program on the same machine
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
    await this.readAudit();
    return this.metrics.registry.metrics();
  }

  /** From the database, since the auditor may live in another process. Without one there are the other metrics. */
  private async readAudit(): Promise<void> {
    const { findings, lastAudit } = this.metrics;
    findings.reset();
    lastAudit.reset();
    const audit = await this.askAudit().catch(() => null);
    if (audit === null) return;
    for (const code of FINDING_CODES)
      findings.set({ code }, audit.open.filter((one) => one.code === code).length);
    lastAudit.set((audit.at ?? 0) / 1000);
  }

  private async askAudit() {
    const { reader } = this.database;
    return { open: await openFindings(reader), at: await lastBeat(reader, 'audit') };
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
