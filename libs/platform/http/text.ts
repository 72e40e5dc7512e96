import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';

/** Text that PostgreSQL and JSON can hold: no NUL, no half of a surrogate pair. */
export const isStorableText = (value: unknown): boolean =>
  typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed();

/** A text field with limits. `min` counts what is left after trimming, so that blanks are not an answer. */
export function Text(limits: { readonly min?: number; readonly max: number }): PropertyDecorator {
  const min = limits.min ?? 1;
  return applyDecorators(
    // The OpenAPI plugin reads only class-validator's own decorators, so the limits are said to it here.
    ApiProperty({ minLength: min, maxLength: limits.max }),
    IsString(),
    MinLength(min),
    MaxLength(limits.max),
    ValidateBy({
      name: 'isStorableText',
      validator: {
        validate: (value) =>
          isStorableText(value) && (min === 0 || String(value).trim().length >= min),
        defaultMessage: () =>
          '$property must be text that is not blank, without NUL or broken characters',
      },
    }),
  );
}
