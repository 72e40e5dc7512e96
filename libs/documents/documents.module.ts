import { Module } from '@nestjs/common';
import { Press } from './press/press.js';

/** One press for all who have something to print: its fonts take 100 MB. */
@Module({ providers: [Press], exports: [Press] })
export class DocumentsModule {}
