export { Clock, ManualClock, SystemClock } from './core/clock.js';
export { isId, newId } from './core/ids.js';
export { organisationProblems, organisationSchema } from './core/organisation.js';
export type { Organisation } from './core/organisation.js';
export { ProblemError, notFound } from './core/problem.js';
export type { FieldError, Words } from './core/problem.js';
export { readSettings } from './core/settings.js';
export type { Settings } from './core/settings.js';
export type { ConfigDocument, ConfigProblem, DocumentPath } from './core/yaml-file.js';
export { ConfigError, ConfigFiles } from './config/config-files.js';
export { createDataSource } from './database/data-source.js';
export type { EntityClass } from './database/data-source.js';
export { Database } from './database/database.js';
export { EmbeddedPostgres } from './database/embedded/embedded-postgres.js';
export { migrate } from './database/migrate.js';
export type { Migration } from './database/migrate.js';
export { sql } from './database/tx.js';
export type { Tx } from './database/tx.js';
export { Text, isStorableText } from './http/text.js';
export { createValidationPipe, invalid } from './http/validation.js';
export { ProblemFilter } from './http/problem.filter.js';
export { Logger } from './logging/logger.js';
export { requestId } from './logging/request-context.js';
export { appendToTimeline, lockHeads } from './timeline/append.js';
export type { Head, NewEntry, TimelineEntry } from './timeline/entry.js';
export { hashOf, sha256 } from './timeline/hash.js';
export { auditKey, readAuditCursor, searchTimeline } from './timeline/audit.js';
export { readTimeline } from './timeline/read.js';
export { verifyRecords } from './timeline/record-check.js';
export type { RecordCheck, RecordPlace } from './timeline/record-check.js';
export { verifyTimeline } from './timeline/verify.js';
export type { BrokenEntry, Verification } from './timeline/verify.js';
export { Loop } from './core/loop.js';
export { lastBeat, trimBeats, writeBeat } from './health/beats.js';
export { freeBytes, missingMigrations, readDatabaseHealth } from './health/database-health.js';
export type { DatabaseHealth } from './health/database-health.js';
export { Metrics } from './health/metrics.js';
export { productVersion } from './core/version.js';
export { IdempotencyInterceptor, trimIdempotencyKeys } from './http/idempotency.js';
export { PlatformModule } from './platform.module.js';
export type { Foundation } from './platform.module.js';
export { openQueueConnection } from './queue/connection.js';
export type { QueueConnection } from './queue/connection.js';
export { HandlesJob, JobHandlers } from './queue/handlers.js';
export type { JobHandler } from './queue/handlers.js';
export { defineJob } from './queue/job.js';
export type { JobDefinition } from './queue/job.js';
export { MessageWork, startWorker } from './queue/message-worker.js';
export { addToOutbox, countOutbox, jobOf, oldestMessages } from './queue/outbox.js';
export type { OutboxCounts, OutboxJob } from './queue/outbox.js';
export { Queues } from './queue/queues.js';
export type { QueueCounts } from './queue/queues.js';
export { Relay } from './queue/relay.js';
export { Nudges } from './stream/nudges.js';
export { StreamHub } from './stream/stream-hub.js';
export type { StreamMember } from './stream/stream-hub.js';
export { addToStream, endOfStream, trimStream } from './stream/stream.js';
export type { StreamEvent, StreamedEvent } from './stream/stream.js';
export { SETTINGS } from './tokens.js';
export { Engine1700000000007 } from './database/migrations/1700000000007-engine.js';
export { StreamCircle1700000000022 } from './database/migrations/1700000000022-stream-circle.js';
export { Platform1700000000001 } from './database/migrations/1700000000001-platform.js';
export { IdPipe } from './http/id.pipe.js';
export { Instant } from './http/instant.js';
export { IfGiven } from './http/if-given.js';
export { PageQuery } from './http/page.dto.js';
export {
  madeUpCursor,
  momentKey,
  pageOf,
  readCursor,
  readMoment,
  readMomentCursor,
} from './http/page.js';
export type { MomentKey } from './http/page.js';
export { WordsView } from './http/words.dto.js';
export type { Page } from './http/page.js';
