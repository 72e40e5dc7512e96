import { ApiProperty } from '@nestjs/swagger';
import { IsUUID, Matches, ValidateIf } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { UNIT_CODE, UNIT_CODE_RULE, UNIT_NAME_MAX } from '../core/unit-rules.js';

export class CreateUnitBody {
  /** A short, lasting name for configuration files; made up when left out. */
  @IfGiven()
  @Text({ max: 40 })
  @Matches(UNIT_CODE, { message: UNIT_CODE_RULE.en, context: UNIT_CODE_RULE })
  code?: string;

  @Text({ max: UNIT_NAME_MAX })
  name: string;

  /** The unit above. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IfGiven()
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  parentId?: string | null;
}

export class UpdateUnitBody {
  @IfGiven()
  @Text({ max: UNIT_NAME_MAX })
  name?: string;

  /** The unit above. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IfGiven()
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  parentId?: string | null;
}

export class UnitResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  code: string;

  name: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId: string | null;

  /** The office that keeps watch. */
  isDutyOffice: boolean;
}

export class UnitPage {
  items: UnitResponse[];

  /** Null on the last page. */
  nextCursor: string | null;
}
