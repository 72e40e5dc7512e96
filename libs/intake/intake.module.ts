import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Metrics } from '#platform';
import type { RedactionRules } from './core/index.js';
import { Redactor } from './redactor.js';

@Module({})
export class IntakeModule {
  static with(rules: RedactionRules): DynamicModule {
    return {
      module: IntakeModule,
      global: true,
      providers: [
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
