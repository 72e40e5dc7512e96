import { Controller, Get } from '@nestjs/common';
import { isSweepAlive } from '#escalation';
import { Public, Requires } from '#identity';
import { Clock, Database, ProblemError, lastBeat, missingMigrations } from '#platform';
import { migrations } from '#product';
import { EngineReport } from './engine-report.js';
import { EngineView, LiveView, ReadyView } from './health.dto.js';

@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly report: EngineReport,
  ) {}

  /** The process answers. For whoever restarts it when it does not. */
  @Get('live')
  @Public()
  live(): LiveView {
    return { live: true };
  }

  /** The database answers, its schema is complete, and somewhere a process sweeps for what is due. Otherwise 503. */
  @Get('ready')
  @Public()
  async ready(): Promise<ReadyView> {
    const reasons = await this.whyNotReady();
    if (reasons.length === 0) return { ready: true };
    const message = reasons.map((reason) => reason.message).join(' ');
    throw new ProblemError(503, 'not-ready', message, { reasons, retryAfterSeconds: 1 });
  }

  /** Does it fire on time? A verdict, and the figures behind it. */
  @Get('engine')
  @Requires('engine.read')
  engine(): Promise<EngineView> {
    return this.report.make();
  }

  private async whyNotReady(): Promise<{ code: string; message: string }[]> {
    const tx = this.database.reader;
    const missing = await missingMigrations(tx, migrations);
    if (missing.length > 0) {
      return [{ code: 'schema.behind', message: `The schema lacks ${missing.length} steps.` }];
    }
    const swept = await lastBeat(tx, 'sweep');
    if (isSweepAlive(swept === null ? null : this.clock.now() - swept)) return [];
    return [{ code: 'sweep.silent', message: 'No process sweeps for what is due.' }];
  }
}
