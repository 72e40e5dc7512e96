import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module.js';
import { DemoController } from './demo.controller.js';

/** Composed only into a demo: without it the routes do not exist at all. */
@Module({ imports: [IdentityModule], controllers: [DemoController] })
export class DemoModule {}
