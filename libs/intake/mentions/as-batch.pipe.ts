import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { createValidationPipe } from '#platform';
import { SightingBatch } from './mention.dto.js';

/** One sighting or a list of them: checked as a list, with paths such as `mentions.0.text`. */
@Injectable()
export class AsBatchPipe implements PipeTransform<unknown, Promise<SightingBatch>> {
  private readonly checks = createValidationPipe();

  async transform(body: unknown): Promise<SightingBatch> {
    const mentions: unknown[] = Array.isArray(body) ? body : [body];
    return (await this.checks.transform(
      { mentions },
      { type: 'body', metatype: SightingBatch },
    )) as SightingBatch;
  }
}
