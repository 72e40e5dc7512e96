import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { isId } from '../core/ids.js';
import { invalid } from './validation.js';

/** `@Param('id', IdPipe)`: what is not an id is told so, before the database is asked. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string, { data }: ArgumentMetadata): string {
    if (isId(value)) return value.toLowerCase();
    throw invalid([{ path: data ?? 'id', message: 'must be a UUID' }]);
  }
}
