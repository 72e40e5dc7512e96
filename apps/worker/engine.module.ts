import { Module } from '@nestjs/common';
import { KeepRoster } from '#duty';
import { AuditRounds, Auditor, Heartbeat, Sweep, Sweeper } from '#escalation';
import { KeepNoLonger } from '#incidents';
import { FeedRounds, ImportRounds, ReadFeeds, ReadImports, WatchRises } from '#intake';
import { MatchRounds, MatchTopics } from '#knowledge';
import { DeliveryRounds, Dispatcher } from '#notify';
import {
  Clock,
  Database,
  JobHandlers,
  Logger,
  MessageWork,
  Metrics,
  Nudges,
  Queues,
  Relay,
} from '#platform';
import { DraftDueReports, DraftRounds, FoldDueLives, FoldRounds, ReportsConfig } from '#reporting';
import { CONFIGURATION } from '#product';
import type { Configuration } from '#product';
import { Engine } from './engine.js';
import { Housekeeping } from './housekeeping.js';

@Module({
  providers: [
    {
      provide: Sweeper,
      useFactory: (...parts: ConstructorParameters<typeof Sweeper>) => new Sweeper(...parts),
      inject: [Sweep, Database, Queues, Nudges, Clock, Metrics, Logger],
    },
    {
      provide: AuditRounds,
      useFactory: (...parts: ConstructorParameters<typeof AuditRounds>) =>
        new AuditRounds(...parts),
      inject: [Auditor, Clock, Logger],
    },
    {
      provide: Heartbeat,
      useFactory: (database: Database, clock: Clock, logger: Logger, { channels }: Configuration) =>
        new Heartbeat(channels.heartbeat, database, clock, logger),
      inject: [Database, Clock, Logger, CONFIGURATION],
    },
    {
      provide: DeliveryRounds,
      useFactory: (...parts: ConstructorParameters<typeof DeliveryRounds>) =>
        new DeliveryRounds(...parts),
      inject: [Dispatcher, Nudges, Clock, Logger],
    },
    {
      provide: ImportRounds,
      useFactory: (...parts: ConstructorParameters<typeof ImportRounds>) =>
        new ImportRounds(...parts),
      inject: [ReadImports, Nudges, Logger],
    },
    {
      provide: MatchRounds,
      useFactory: (...parts: ConstructorParameters<typeof MatchRounds>) =>
        new MatchRounds(...parts),
      inject: [MatchTopics, Nudges, Logger],
    },
    {
      provide: FoldRounds,
      useFactory: (...parts: ConstructorParameters<typeof FoldRounds>) => new FoldRounds(...parts),
      inject: [FoldDueLives, Logger],
    },
    {
      provide: DraftRounds,
      useFactory: (...parts: ConstructorParameters<typeof DraftRounds>) =>
        new DraftRounds(...parts),
      inject: [DraftDueReports, ReportsConfig, Queues, Logger],
    },
    {
      provide: FeedRounds,
      useFactory: (...parts: ConstructorParameters<typeof FeedRounds>) => new FeedRounds(...parts),
      inject: [ReadFeeds, Nudges, Logger],
    },
    {
      provide: Housekeeping,
      useFactory: (...parts: ConstructorParameters<typeof Housekeeping>) =>
        new Housekeeping(...parts),
      inject: [Database, Relay, KeepRoster, KeepNoLonger, WatchRises, Clock, Logger],
    },
    {
      provide: Engine,
      useFactory: (...parts: ConstructorParameters<typeof Engine>) => new Engine(...parts),
      inject: [
        Sweeper,
        AuditRounds,
        Heartbeat,
        DeliveryRounds,
        ImportRounds,
        MatchRounds,
        FeedRounds,
        FoldRounds,
        DraftRounds,
        Relay,
        MessageWork,
        JobHandlers,
        Queues,
        Nudges,
        Housekeeping,
        Logger,
      ],
    },
  ],
  exports: [Engine],
})
export class EngineModule {}
