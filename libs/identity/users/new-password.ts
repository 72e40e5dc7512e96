import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { MinLength } from 'class-validator';
import { Text } from '#platform';
import { PASSWORD_MAX, PASSWORD_MIN } from '../core/password-rule.js';

/** A password that somebody chooses. The rest of the rule needs the user name, and is asked in the use case. */
export const NewPassword = (): PropertyDecorator =>
  applyDecorators(
    // Spaces at the ends are part of a password, so they count: unlike in `Text({ min })`.
    Text({ max: PASSWORD_MAX }),
    MinLength(PASSWORD_MIN),
    ApiProperty({ minLength: PASSWORD_MIN }),
  );
