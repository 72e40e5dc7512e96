import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ApiModule } from '../api/api.module.js';
import { EngineModule } from '../worker/engine.module.js';

/** Everything in one process. */
@Module({})
export class StandaloneModule {
  static with(product: DynamicModule): DynamicModule {
    return { module: StandaloneModule, imports: [ApiModule.with(product), EngineModule] };
  }
}
