import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsUUID,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IfGiven, PageQuery, Text } from '#platform';
import { CONTACT_CHANNELS } from '../core/contacts.js';
import type { ContactChannel } from '../core/contacts.js';
import { LOCALES } from '../core/locales.js';
import type { Locale } from '../core/locales.js';
import { ROLES } from '../core/roles.js';
import type { Role } from '../core/roles.js';
import { CONTACTS_MAX, NAME_MAX, USERNAME, USERNAME_RULE } from '../core/user-rules.js';
import { NewPassword } from './new-password.js';

export class ContactBody {
  @ApiProperty({ enum: CONTACT_CHANNELS, enumName: 'ContactChannel' })
  @IsIn(CONTACT_CHANNELS)
  channel: ContactChannel;

  /** A telephone number, an e-mail address, an account: whatever the channel needs; empty for `app`. */
  @Text({ min: 0, max: 200 })
  address: string;
}

/** What a user may have besides a name and roles. */
class UserDetails {
  /** The unit that a handler or a reviewer acts for; null for none. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IfGiven()
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  unitId?: string | null;

  /** Whether they answer for their unit. */
  @IfGiven()
  @IsBoolean()
  isUnitLead?: boolean;

  /** How to reach them at work, best way first. */
  @ApiProperty({ type: [ContactBody], required: false })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(CONTACTS_MAX)
  // A list in the list would pass the nested check, which looks through lists.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ContactBody)
  contacts?: ContactBody[];

  @ApiProperty({ enum: LOCALES, enumName: 'Locale', required: false })
  @IfGiven()
  @IsIn(LOCALES)
  locale?: Locale;
}

export class CreateUserBody extends UserDetails {
  /** What they sign in with. Upper and lower case are the same. */
  @Text({ min: 2, max: 40 })
  @Matches(USERNAME, { message: USERNAME_RULE.en, context: USERNAME_RULE })
  username: string;

  /** What colleagues call them. */
  @Text({ max: NAME_MAX })
  name: string;

  /** 10 to 200 characters, not the user name, not an obvious one. */
  @NewPassword()
  password: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

export class UpdateUserBody extends UserDetails {
  /** What colleagues call them. */
  @IfGiven()
  @Text({ max: NAME_MAX })
  name?: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true, required: false })
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  /** True: they may not sign in any more, and are signed out at once. */
  @IfGiven()
  @IsBoolean()
  disabled?: boolean;

  /** A new password, 10 to 200 characters. They are signed out everywhere. */
  @IfGiven()
  @NewPassword()
  password?: string;
}

export class ListUsersQuery extends PageQuery {
  /** Part of a name or of a user name. */
  @IfGiven()
  @Text({ max: NAME_MAX })
  q?: string;
}

/** A colleague. What is for administrators only is missing for everybody else. */
export class UserResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  username: string;

  name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  unitId: string | null;

  /** They have left, or may not sign in: still named in what they did, no longer to be chosen. */
  disabled: boolean;

  /** For administrators. */
  isUnitLead?: boolean;

  /** For administrators. */
  @ApiProperty({ type: [ContactBody], required: false })
  contacts?: ContactBody[];

  /** For administrators. */
  @ApiProperty({ enum: LOCALES, enumName: 'Locale', required: false })
  locale?: Locale;

  /** For administrators. */
  @ApiProperty({ format: 'date-time', required: false })
  createdAt?: string;
}

export class UserPage {
  items: UserResponse[];

  /** Null on the last page. */
  nextCursor: string | null;
}
