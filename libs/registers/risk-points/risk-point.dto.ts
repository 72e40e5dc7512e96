import { ApiProperty, IntersectionType, PartialType } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { Text } from '#platform';
import {
  CategoryOrNull,
  RecordChangeBody,
  RecordView,
  TextOrNull,
  UnitOrNull,
} from '../record.dto.js';

export class RiskPointBody {
  @Text({ max: 100 })
  title: string;

  /** The unit that looks after it. */
  @UnitOrNull()
  unitId?: string | null;

  @TextOrNull(200)
  place?: string | null;

  @CategoryOrNull()
  category?: string | null;

  /** 1 to 5, as in the judgement. */
  @IsInt()
  @Min(1)
  @Max(5)
  likelihood: number;

  @IsInt()
  @Min(1)
  @Max(5)
  consequence: number;

  @TextOrNull(1000)
  note?: string | null;
}

export class ChangeRiskPointBody extends IntersectionType(
  PartialType(RiskPointBody, { skipNullProperties: false }),
  RecordChangeBody,
) {}

export class RiskPointView extends RecordView {
  title: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  unitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  place: string | null;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  likelihood: number;

  consequence: number;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class RiskPointPage {
  items: RiskPointView[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
