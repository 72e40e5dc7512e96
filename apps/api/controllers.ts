import type { Provider, Type } from '@nestjs/common';
import { Database, Logger, Nudges, StreamHub } from '#platform';
import { AuditController } from './audit/audit.controller.js';
import { EngineReport } from './health/engine-report.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { MetaController } from './meta/meta.controller.js';
import { StreamController } from './stream/stream.controller.js';

/** The doors that belong to no single lib. */
export const apiControllers: Type[] = [
  AuditController,
  HealthController,
  MetaController,
  MetricsController,
  StreamController,
];

export const apiProviders: Provider[] = [
  EngineReport,
  {
    provide: StreamHub,
    useFactory: (database: Database, nudges: Nudges, logger: Logger) =>
      new StreamHub(database, nudges, (error) => {
        logger.error('stream failed', error);
      }),
    inject: [Database, Nudges, Logger],
  },
];
