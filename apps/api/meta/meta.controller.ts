import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';
import { Public } from '#identity';
import { Clock, SETTINGS, productVersion } from '#platform';
import type { Settings } from '#platform';
import { CONFIGURATION } from '#product';
import type { Configuration } from '#product';
import { Definitions } from '#workflow';
import { BandView, FactorView, MetaView } from './meta.dto.js';
import { presentMeta } from './present-meta.js';

@Controller('meta')
@ApiExtraModels(FactorView, BandView)
export class MetaController {
  private readonly version = productVersion();

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly definitions: Definitions,
    private readonly clock: Clock,
  ) {}

  /** Whose workspace this is, and its words: categories, clocks, states, the scale of the judgement. */
  @Get()
  @Public()
  read(): MetaView {
    return presentMeta(this.configuration, this.definitions.current('incident').definition, {
      now: this.clock.now(),
      demo: this.settings.demo,
      version: this.version,
    });
  }
}
