import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ProblemError } from '../core/problem.js';
import type { FieldError } from '../core/problem.js';
import { fieldMessage } from './field-messages.js';

/** Checks bodies and queries against their DTO. Unknown fields are errors; every error is reported, with its path. */
export const createValidationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalid(errors.flatMap((error) => fieldErrors(error, ''))),
  });

export const invalid = (errors: readonly FieldError[]): ProblemError =>
  new ProblemError(400, 'validation.failed', 'Some fields are not valid.', { errors });

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, english]) => {
    const { zh } = (error.contexts?.[name] ?? {}) as { readonly zh?: string };
    return { path, message: fieldMessage(name, english, zh) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
}
