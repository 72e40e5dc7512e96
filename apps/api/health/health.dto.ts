import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '#platform';
import { ENGINE_VERDICTS, FINDING_CODES, SubjectRef } from '#escalation';
import type { EngineVerdict } from '#escalation';

export class LiveView {
  /** Always: the process answers. */
  live: true;
}

export class ReadyView {
  /** Always: what is not ready is a 503 problem with its reasons. */
  ready: true;
}

export class EngineReasonView {
  code: string;

  message: WordsView;
}

export class SweepView {
  /** When any process last swept. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastAt: string | null;

  /** Milliseconds since then. */
  @ApiProperty({ type: Number, nullable: true })
  lagMs: number | null;
}

/** Something that did not move as it should when the auditor looked. */
export class FindingView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FINDING_CODES, enumName: 'FindingCode' })
  code: (typeof FINDING_CODES)[number];

  message: WordsView;

  @ApiProperty({ format: 'date-time' })
  since: string;

  /** What it is about; null when it is about the engine itself. */
  @ApiProperty({ type: SubjectRef, nullable: true })
  subject: SubjectRef | null;

  /** When an audit no longer found it. Null while it is so. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resolvedAt: string | null;
}

/** The outside address that is asked, from time to time, only while the auditor finds nothing. */
export class HeartbeatView {
  /** When it last answered. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastAt: string | null;

  /** When it last did not, although asked. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastFailureAt: string | null;

  /** Why it last did not. */
  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;
}

/** Once a minute the auditor checks that all that should move does. */
export class AuditView {
  /** When any process last audited. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastAt: string | null;

  /** The oldest first. */
  open: FindingView[];

  /** In the last 24 hours, the latest first; of very many, the latest. */
  resolved: FindingView[];

  /** Null when no address is set up in `channels.yaml`. */
  @ApiProperty({ type: HeartbeatView, nullable: true })
  heartbeat: HeartbeatView | null;
}

/** Due more than two seconds ago, and not fired. */
export class LateView {
  deadlines: number;

  /** Steps of ladders. */
  steps: number;

  /** How long the oldest of them has waited, in milliseconds. */
  worstMs: number;
}

export class ArmedView {
  deadlines: number;

  /** The next instant at which anything fires. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  next: string | null;
}

export class LaddersView {
  active: number;

  acknowledged: number;

  /** Climbed to the end in the last 24 hours, with nobody taking it. */
  exhausted24h: number;
}

/** Milliseconds; null while nothing fired. */
export class LagView {
  @ApiProperty({ type: Number, nullable: true })
  p50: number | null;

  @ApiProperty({ type: Number, nullable: true })
  p99: number | null;

  @ApiProperty({ type: Number, nullable: true })
  max: number | null;
}

export class QueueCountsView {
  queue: string;

  waiting: number;

  active: number;

  delayed: number;
}

export class QueuesView {
  @ApiProperty({ enum: ['postgres', 'redis'] })
  backend: 'postgres' | 'redis';

  /** Null when the queue does not answer. */
  @ApiProperty({ type: [QueueCountsView], nullable: true })
  counts: QueueCountsView[] | null;
}

export class OutboxView {
  waiting: number;

  /** Tried so often that a person has to look at them. */
  failed: number;
}

export class DatabaseView {
  version: string;

  sizeBytes: number;

  connections: number;
}

export class DiskView {
  /** Of the disk with the data folder; null when it cannot be known. */
  @ApiProperty({ type: Number, nullable: true })
  freeBytes: number | null;
}

export class BackupsView {
  @ApiProperty({ format: 'date-time' })
  lastAt: string;
}

export class EngineView {
  /** `late`: it works, and something waits longer than it should. `down`: nothing fires. */
  @ApiProperty({ enum: ENGINE_VERDICTS, enumName: 'EngineVerdict' })
  verdict: EngineVerdict;

  /** Why it is not `ok`. */
  reasons: EngineReasonView[];

  sweep: SweepView;

  audit: AuditView;

  late: LateView;

  armed: ArmedView;

  ladders: LaddersView;

  /** From the due instant to the firing, over all that fired in the last 24 hours. */
  lag24h: LagView;

  queues: QueuesView;

  outbox: OutboxView;

  database: DatabaseView;

  disk: DiskView;

  /** Null while no backup is known of. */
  @ApiProperty({ type: BackupsView, nullable: true })
  backups: BackupsView | null;

  /** Of the process that answers. */
  uptimeSeconds: number;

  version: string;

  @ApiProperty({ format: 'date-time' })
  serverTime: string;
}
