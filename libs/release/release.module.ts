import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { KnowledgeModule } from '#knowledge';
import { DraftRelease } from './commands/draft-release.js';
import { GiveReleaseCommand } from './commands/give-command.js';
import { ReleaseRowPresenter } from './list/present-rows.js';
import { ReleasePagePresenter } from './page/present-page.js';
import { PreparePublication } from './publication/prepare-publication.js';
import { ReleaseConfig } from './release-config.js';
import { ReleaseDoor } from './release-door.js';
import { ReleasesController } from './releases.controller.js';
import { Reading } from './review/reading.js';
import { VerdictChanges } from './verdict-changes.js';

@Module({})
export class ReleaseModule {
  /** Incidents are a module with configuration of its own, which whoever puts the product together opens to all. */
  static with(config: ReleaseConfig): DynamicModule {
    return {
      module: ReleaseModule,
      imports: [IdentityModule, KnowledgeModule],
      controllers: [ReleasesController],
      providers: [
        { provide: ReleaseConfig, useValue: config },
        ...[DraftRelease, GiveReleaseCommand, PreparePublication],
        ...[Reading, ReleaseDoor, ReleasePagePresenter, ReleaseRowPresenter, VerdictChanges],
      ],
      exports: [DraftRelease, GiveReleaseCommand],
    };
  }
}
