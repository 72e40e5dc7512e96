import { ApiProperty, IntersectionType, PartialType } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import {
  CategoryCode,
  RecordChangeBody,
  RecordView,
  TextOrNull,
  UnitOrNull,
} from '../record.dto.js';

export class ResponsibilityBody {
  @CategoryCode()
  category: string;

  @IsUUID()
  unitId: string;

  /** The unit that steps in. */
  @UnitOrNull()
  deputyUnitId?: string | null;

  @TextOrNull(1000)
  note?: string | null;
}

export class ChangeResponsibilityBody extends IntersectionType(
  PartialType(ResponsibilityBody, { skipNullProperties: false }),
  RecordChangeBody,
) {}

export class ResponsibilityView extends RecordView {
  category: string;

  @ApiProperty({ format: 'uuid' })
  unitId: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  deputyUnitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class ResponsibilityPage {
  items: ResponsibilityView[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
