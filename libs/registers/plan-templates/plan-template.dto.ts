import { ApiProperty, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Text } from '#platform';
import { ACTION_KINDS, DUE_IN, KINDS, SEVERITIES } from '../core/index.js';
import type { ActionKind, PlannedAction } from '../core/index.js';
import {
  CategoryOrNull,
  RecordChangeBody,
  RecordView,
  TextOrNull,
  UnitOrNull,
} from '../record.dto.js';

export class PlannedActionBody {
  @Text({ max: 200 })
  title: string;

  @IsIn(ACTION_KINDS)
  kind: ActionKind;

  /** The law under which the matter is handed on; a referral needs it. */
  @TextOrNull(500)
  basis?: string | null;

  /** Null, or left out: the unit that is responsible for the incident. */
  @UnitOrNull()
  unitId?: string | null;

  /** From the start of the disposal: `PT4H`, `P2D`, `P5WD` for work days. */
  @ApiProperty({ pattern: DUE_IN.source })
  @Matches(DUE_IN, {
    message: '$property must be a time such as PT4H, P2D, or P5WD for work days',
    context: { zh: '应为时长，如 PT4H、P2D，工作日写 P5WD' },
  })
  dueIn: string;
}

export class PlanTemplateBody {
  @Text({ max: 100 })
  name: string;

  @CategoryOrNull()
  category?: string | null;

  /** Empty, or left out: whatever its kind. */
  @ApiProperty({ enum: KINDS, isArray: true, required: false })
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(KINDS, { each: true })
  kinds?: string[];

  /** Empty, or left out: however grave. */
  @ApiProperty({ enum: SEVERITIES, isArray: true, required: false })
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(SEVERITIES, { each: true })
  severities?: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  // A list in the list would pass the nested check, which looks through lists.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlannedActionBody)
  actions: PlannedActionBody[];

  @TextOrNull(1000)
  note?: string | null;
}

/** Actions as they are kept: what was left out is null. */
export const plannedActions = (given: readonly PlannedActionBody[]): PlannedAction[] =>
  given.map(({ title, kind, basis = null, unitId = null, dueIn }) => ({
    ...{ title, kind, basis, unitId, dueIn },
  }));

export class PlannedActionView {
  title: string;

  @ApiProperty({ enum: ACTION_KINDS })
  kind: ActionKind;

  @ApiProperty({ type: String, nullable: true })
  basis: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  unitId: string | null;

  dueIn: string;
}

export class ChangePlanTemplateBody extends IntersectionType(
  PartialType(PlanTemplateBody, { skipNullProperties: false }),
  RecordChangeBody,
) {}

export class PlanTemplateView extends RecordView {
  name: string;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  @ApiProperty({ enum: KINDS, isArray: true })
  kinds: readonly string[];

  @ApiProperty({ enum: SEVERITIES, isArray: true })
  severities: readonly string[];

  @ApiProperty({ type: PlannedActionView, isArray: true })
  actions: readonly PlannedActionView[];

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class PlanTemplatePage {
  items: PlanTemplateView[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
