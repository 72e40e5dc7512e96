import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Metrics } from '#platform';
import type { RedactionRules } from './core/index.js';
import { MentionsController } from './mentions/mentions.controller.js';
import { TakeIn } from './mentions/take-in.js';
import { Redactor } from './redactor.js';
import { SourcesController } from './sources/sources.controller.js';

@Module({})
export class IntakeModule {
  static with(rules: RedactionRules): DynamicModule {
    return {
      module: IntakeModule,
      global: true,
      controllers: [MentionsController, SourcesController],
      providers: [
        TakeIn,
        {
          provide: Redactor,
          useFactory: (metrics: Metrics) => new Redactor(rules, metrics),
          inject: [Metrics],
        },
      ],
      exports: [Redactor],
    };
  }
}
