import { Module } from '@nestjs/common';
import { Sweep, Sweeper } from '#escalation';
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
import { Engine } from './engine.js';

@Module({
  providers: [
    {
      provide: Sweeper,
      useFactory: (...parts: ConstructorParameters<typeof Sweeper>) => new Sweeper(...parts),
      inject: [Sweep, Database, Queues, Nudges, Clock, Metrics, Logger],
    },
    {
      provide: Engine,
      useFactory: (...parts: ConstructorParameters<typeof Engine>) => new Engine(...parts),
      inject: [Sweeper, Relay, MessageWork, JobHandlers, Queues, Nudges, Logger],
    },
  ],
  exports: [Engine],
})
export class EngineModule {}
