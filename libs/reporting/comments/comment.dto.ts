import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { NamedView } from '../named.dto.js';
import { SectionKey } from '../section-key.js';

export class CommentQuery {
  /** How many at most. */
  @ApiProperty({ type: 'integer', required: false })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 200;

  /** Where to go on: the `nextCursor` of the page before. */
  @IfGiven()
  @Text({ max: 1000 })
  cursor?: string;
}

export class CommentBody {
  /** The section in whose margin it stands. */
  @SectionKey()
  sectionKey: string;

  /** The words that it is about. */
  @IfGiven()
  @Text({ max: 500 })
  quote?: string;

  @Text({ max: 2000 })
  text: string;
}

export class CommentView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  sectionKey: string;

  @ApiProperty({ type: String, nullable: true })
  quote: string | null;
  text: string;
  by: NamedView;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resolvedAt: string | null;
  resolvedBy: NamedView | null;
}

export class CommentList {
  /** The oldest first. */
  items: CommentView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
