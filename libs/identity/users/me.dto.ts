import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { LOCALES } from '../core/locales.js';
import type { Locale } from '../core/locales.js';
import { PERMISSIONS } from '../core/permissions.js';
import type { Permission } from '../core/permissions.js';
import { ROLES } from '../core/roles.js';
import type { Role } from '../core/roles.js';
import { NewPassword } from './new-password.js';

export class UnitReference {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

/** The signed-in person. */
export class MeResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  username: string;

  name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];

  /** The unit they belong to. */
  unit: UnitReference | null;

  /** What they may do; with a token, what the token may do. */
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions: Permission[];

  /** The language they chose. */
  @ApiProperty({ enum: LOCALES, enumName: 'Locale' })
  locale: Locale;
}

export class UpdateMeBody {
  /** The language of screens and messages. */
  @ApiProperty({ enum: LOCALES, enumName: 'Locale', required: false })
  @IfGiven()
  @IsIn(LOCALES)
  locale?: Locale;

  /** A new password, 10 to 200 characters. All other sessions end. */
  @IfGiven()
  @NewPassword()
  password?: string;

  /** The present password: needed to set a new one. */
  @IfGiven()
  @Text({ max: 400 })
  currentPassword?: string;
}
