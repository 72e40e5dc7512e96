import { ApiProperty, IntersectionType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { LONGEST_DAYS } from '../core/index.js';
import { Day, RecordChangeBody, RecordView, TextOrNull } from '../record.dto.js';

export class SensitiveDateBody {
  @Text({ max: 100 })
  title: string;

  /** The first day; of a yearly one, that of any year. */
  @Day()
  date: string;

  /** How many days it lasts; one, when left out. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LONGEST_DAYS)
  days?: number;

  /** Comes back every year. */
  @IfGiven()
  @IsBoolean()
  yearly?: boolean;

  @TextOrNull(1000)
  note?: string | null;
}

export class ChangeSensitiveDateBody extends IntersectionType(
  PartialType(SensitiveDateBody, { skipNullProperties: false }),
  RecordChangeBody,
) {}

export class SensitiveDateView extends RecordView {
  title: string;

  @ApiProperty({ format: 'date' })
  date: string;

  days: number;

  yearly: boolean;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class SensitiveDatePage {
  items: SensitiveDateView[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
