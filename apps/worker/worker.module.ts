import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { EngineModule } from './engine.module.js';

@Module({})
export class WorkerModule {
  static with(product: DynamicModule): DynamicModule {
    return { module: WorkerModule, imports: [product, EngineModule] };
  }
}
