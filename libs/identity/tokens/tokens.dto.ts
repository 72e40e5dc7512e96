import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { Instant, Text } from '#platform';
import { PERMISSIONS } from '../core/permissions.js';
import type { Permission } from '../core/permissions.js';

export class CreateTokenBody {
  /** What the token is for. */
  @Text({ max: 60 })
  name: string;

  /** What the token may do: some of what you may do. */
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PERMISSIONS.length)
  @IsIn(PERMISSIONS, { each: true })
  permissions: Permission[];

  /** From when on it is no longer accepted. In the future, with an offset. */
  @Instant()
  expiresAt: string;
}

export class TokenResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions: Permission[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class CreatedTokenResponse extends TokenResponse {
  /** The token itself, for `Authorization: Bearer`. Shown this once; the database keeps only its hash. */
  token: string;
}

export class TokenPage {
  items: TokenResponse[];

  /** Null on the last page. */
  nextCursor: string | null;
}
