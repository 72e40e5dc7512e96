import { ApiProperty } from '@nestjs/swagger';
import { Text } from '#platform';
import { ROLES } from '../core/roles.js';
import type { Role } from '../core/roles.js';

export class DemoUserResponse {
  username: string;

  name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];
}

export class DemoSessionBody {
  @Text({ max: 100 })
  username: string;
}
