import { Inject, Injectable } from '@nestjs/common';
import {
  engineReasons,
  openFindings,
  readHeartbeat,
  readEngineFigures,
  recentlyResolved,
  verdictOf,
} from '#escalation';
import type { KeptFinding } from '#escalation';
import {
  Clock,
  Database,
  Queues,
  SETTINGS,
  countOutbox,
  freeBytes,
  lastBeat,
  productVersion,
  readDatabaseHealth,
} from '#platform';
import type { Settings } from '#platform';
import { CONFIGURATION } from '#product';
import type { Configuration } from '#product';
import type { EngineView, FindingView, HeartbeatView } from './health.dto.js';

/** A queue that takes longer counts as away: the page should not wait for it. */
const QUEUE_ANSWERS_WITHIN_MS = 1_000;

/** Gathers what the page on the engine shows. */
@Injectable()
export class EngineReport {
  private readonly version = productVersion();

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async make(): Promise<EngineView> {
    const now = this.clock.now();
    const tx = this.database.reader;
    const [swept, audited, open, resolved, figures, outbox, database, counts, free] =
      await Promise.all([
        lastBeat(tx, 'sweep'),
        lastBeat(tx, 'audit'),
        openFindings(tx),
        recentlyResolved(tx, now),
        readEngineFigures(tx, now),
        countOutbox(tx),
        readDatabaseHealth(tx),
        this.queues.countsWithin(QUEUE_ANSWERS_WITHIN_MS),
        freeBytes(this.settings.dataDir),
      ]);
    const sweepLagMs = swept === null ? null : Math.max(0, now - swept);
    const { late, armed, ladders, lag24h } = figures;
    const reasons = engineReasons({
      sweepLagMs,
      late,
      outboxFailed: outbox.failed,
      queuesAnswer: counts !== null,
      auditLagMs: audited === null ? null : Math.max(0, now - audited),
      findings: open,
    });
    return {
      verdict: verdictOf(reasons),
      reasons: reasons.map(({ code, message }) => ({ code, message })),
      sweep: { lastAt: isoOrNull(swept), lagMs: sweepLagMs },
      audit: {
        lastAt: isoOrNull(audited),
        open: open.map(findingView),
        resolved: resolved.map(findingView),
        heartbeat: await this.heartbeat(),
      },
      late,
      armed: { deadlines: armed.deadlines, next: isoOrNull(armed.next) },
      ladders,
      lag24h,
      queues: { backend: this.queues.link.backend, counts },
      outbox,
      database,
      disk: { freeBytes: free },
      backups: null,
      uptimeSeconds: Math.round(process.uptime()),
      version: this.version,
      serverTime: new Date(now).toISOString(),
    };
  }

  private async heartbeat(): Promise<HeartbeatView | null> {
    if (this.configuration.channels.heartbeat === null) return null;
    const { succeededAt, failedAt, error } = await readHeartbeat(this.database.reader);
    return {
      lastAt: succeededAt?.toISOString() ?? null,
      lastFailureAt: failedAt?.toISOString() ?? null,
      lastError: error,
    };
  }
}

const findingView = (finding: KeptFinding): FindingView => ({
  id: finding.id,
  code: finding.code,
  message: finding.message,
  since: finding.since.toISOString(),
  subject:
    finding.subjectType === null || finding.subjectId === null
      ? null
      : { type: finding.subjectType, id: finding.subjectId },
  resolvedAt: finding.resolvedAt?.toISOString() ?? null,
});

const isoOrNull = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();
