import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './core/clock.js';
import type { Settings } from './core/settings.js';
import { Database } from './database/database.js';
import { Logger } from './logging/logger.js';
import { Metrics } from './health/metrics.js';
import { JobHandlers } from './queue/handlers.js';
import { MessageWork } from './queue/message-worker.js';
import { Queues } from './queue/queues.js';
import { Relay } from './queue/relay.js';
import { TextSearch } from './search/text-search.js';
import { Nudges } from './stream/nudges.js';
import { SETTINGS } from './tokens.js';

/** What a process has in its hands before Nest starts. */
export interface Foundation {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly source: DataSource;
  readonly queues: Queues;
  readonly nudges: Nudges;
  readonly database: Database;
}

const EXPORTED = [
  Clock,
  Logger,
  Database,
  Queues,
  Nudges,
  SETTINGS,
  JobHandlers,
  MessageWork,
  Relay,
  Metrics,
  TextSearch,
];

@Global()
@Module({})
export class PlatformModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Clock, useValue: foundation.clock },
        { provide: Logger, useValue: foundation.logger },
        { provide: DataSource, useValue: foundation.source },
        { provide: Database, useValue: foundation.database },
        { provide: Queues, useValue: foundation.queues },
        { provide: Nudges, useValue: foundation.nudges },
        { provide: SETTINGS, useValue: foundation.settings },
        { provide: Metrics, useValue: new Metrics() },
        JobHandlers,
        TextSearch,
        {
          provide: MessageWork,
          useFactory: (database: Database, handlers: JobHandlers, clock: Clock, logger: Logger) =>
            new MessageWork(database, handlers, clock, logger),
          inject: [Database, JobHandlers, Clock, Logger],
        },
        {
          provide: Relay,
          useFactory: (database: Database, queues: Queues, clock: Clock) =>
            new Relay(database, queues, clock),
          inject: [Database, Queues, Clock],
        },
      ],
      exports: EXPORTED,
    };
  }
}
