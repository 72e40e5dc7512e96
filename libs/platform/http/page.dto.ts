import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from './if-given.js';
import { Text } from './text.js';

/** Which part of a list. Lists with filters extend it. */
export class PageQuery {
  /** How many items at most. */
  @ApiProperty({ type: 'integer', required: false })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  /** Where to go on: the `nextCursor` of the page before. */
  @IfGiven()
  @Text({ max: 1000 })
  cursor?: string;
}
