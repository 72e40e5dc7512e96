import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Metrics, SETTINGS } from '#platform';
import type { Settings } from '#platform';
import type { RedactionRules } from './core/index.js';
import { FeedsConfig } from './feeds/feeds-config.js';
import { FetchFeed } from './feeds/fetch-feed.js';
import { ReadFeeds } from './feeds/read-feeds.js';
import { HookGuard } from './hooks/hook.guard.js';
import { HooksController } from './hooks/hooks.controller.js';
import { TakeHook } from './hooks/take-hook.js';
import { AcceptFile } from './imports/accept-file.js';
import { ImportsController } from './imports/imports.controller.js';
import { PreviewController } from './imports/preview.controller.js';
import { ReadImports } from './imports/read-imports.js';
import { WaitingFiles } from './imports/waiting-files.js';
import { IntakeConfig } from './intake-config.js';
import { MentionsController } from './mentions/mentions.controller.js';
import { ReadInbox } from './mentions/read-inbox.js';
import { TakeIn } from './mentions/take-in.js';
import { Redactor } from './redactor.js';
import { WatchRises } from './rises/watch-rises.js';
import { KeywordsController } from './sources/keywords.controller.js';
import { SetUpSource } from './sources/set-up-source.js';
import { SourcesController } from './sources/sources.controller.js';

@Module({})
export class IntakeModule {
  static with(
    rules: RedactionRules,
    config = new IntakeConfig('Asia/Shanghai'),
    feeds = new FeedsConfig(),
  ): DynamicModule {
    return {
      module: IntakeModule,
      global: true,
      controllers: [
        ...[ImportsController, MentionsController, PreviewController, SourcesController],
        ...[KeywordsController, HooksController],
      ],
      providers: [
        { provide: IntakeConfig, useValue: config },
        { provide: FeedsConfig, useValue: feeds },
        {
          provide: WaitingFiles,
          useFactory: ({ dataDir }: Settings) => new WaitingFiles(join(dataDir, 'imports')),
          inject: [SETTINGS],
        },
        ...[AcceptFile, ReadImports, ReadInbox, TakeIn, WatchRises],
        ...[FetchFeed, HookGuard, ReadFeeds, SetUpSource, TakeHook],
        {
          provide: Redactor,
          useFactory: (metrics: Metrics) => new Redactor(rules, metrics),
          inject: [Metrics],
        },
      ],
      exports: [IntakeConfig, FetchFeed, ReadFeeds, ReadImports, Redactor, TakeIn, WatchRises],
    };
  }
}
