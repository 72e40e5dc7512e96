import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { KnowledgeModule } from '#knowledge';
import type { PublicBody } from './public-clarification.js';
import { PublicController } from './public.controller.js';
import { PUBLIC_BODY, PublicSite } from './public-site.js';

@Module({})
export class PublicPagesModule {
  static with(body: PublicBody): DynamicModule {
    return {
      module: PublicPagesModule,
      imports: [KnowledgeModule],
      controllers: [PublicController],
      providers: [{ provide: PUBLIC_BODY, useValue: body }, PublicSite],
      exports: [PublicSite],
    };
  }
}
