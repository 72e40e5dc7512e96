import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { createValidationPipe } from '#platform';
import { HookBatch } from './hook.dto.js';

/** One sighting or a list of them, as for `POST /mentions`. */
@Injectable()
export class HookBatchPipe implements PipeTransform<unknown, Promise<HookBatch>> {
  private readonly checks = createValidationPipe();

  async transform(body: unknown): Promise<HookBatch> {
    const mentions: unknown[] = Array.isArray(body) ? body : [body];
    return (await this.checks.transform(
      { mentions },
      { type: 'body', metatype: HookBatch },
    )) as HookBatch;
  }
}
