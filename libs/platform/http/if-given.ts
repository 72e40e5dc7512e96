import { ValidateIf } from 'class-validator';

/** A field that may be left out. Unlike `@IsOptional()` it does not let null pass where a value is expected. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
