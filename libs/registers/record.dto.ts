import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsISO8601, IsInt, IsUUID, Matches, Min, ValidateIf } from 'class-validator';
import { IfGiven, PageQuery, Text } from '#platform';

const IfNotNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

/** A text that may be left out, or null for none. */
export const TextOrNull = (max: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, nullable: true, required: false }),
    IfGiven(),
    IfNotNull(),
    Text({ max }),
  );

/** A unit by its id; left out or null for none. */
export const UnitOrNull = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'uuid', nullable: true, required: false }),
    IfGiven(),
    IfNotNull(),
    IsUUID(),
  );

const CODE = /^[a-z][a-z0-9-]{0,59}$/;

/** The code of a category in `config/categories.yaml`. */
export const CategoryCode = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, pattern: CODE.source }),
    Matches(CODE, {
      message: '$property must be the code of a category',
      context: { zh: '应为类别代码' },
    }),
  );

/** The same, or null for whatever it is about. */
export const CategoryOrNull = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, nullable: true, required: false, pattern: CODE.source }),
    IfGiven(),
    IfNotNull(),
    CategoryCode(),
  );

/** A day as text: `2026-06-07`. */
export const Day = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date' }),
    Matches(/^\d{4}-\d{2}-\d{2}$/, {
      message: '$property must be a day such as 2026-06-07',
      context: { zh: '应为日期，如 2026-06-07' },
    }),
    IsISO8601({ strict: true }, { message: '$property must be a day that exists' }),
  );

/** What every change may say besides the fields. */
export class RecordChangeBody {
  /** The version that was seen; a stale one is refused. */
  @IfGiven()
  @IsInt()
  @Min(1)
  expectedVersion?: number;

  /** `false` puts it out of use, `true` brings it back. Nothing is deleted. */
  @IfGiven()
  @IsBoolean()
  active?: boolean;
}

export class RegisterQuery extends PageQuery {
  /** Those that are out of use, instead of those in use. */
  @ApiProperty({ type: Boolean, required: false })
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  retired = false;
}

/** A colleague, by name. */
export class KeeperView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class RecordUnitView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

/** What every record says of itself. */
export class RecordView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  version: number;

  /** In use. */
  active: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** Null: it came with the program. */
  @ApiProperty({ type: KeeperView, nullable: true })
  createdBy: KeeperView | null;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  @ApiProperty({ type: KeeperView, nullable: true })
  changedBy: KeeperView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retiredAt: string | null;

  /** The names of the units that it points to. */
  @ApiProperty({ type: RecordUnitView, isArray: true })
  units: readonly RecordUnitView[];
}

const ANY_FIELDS = { type: 'object', additionalProperties: true } as const;

export class HistoryItemView {
  seq: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: ['created', 'changed', 'retired', 'restored'] })
  act: string;

  /** Null: the program, at its first start. */
  @ApiProperty({ type: KeeperView, nullable: true })
  by: KeeperView | null;

  /** The fields that changed, as they were. */
  @ApiProperty(ANY_FIELDS)
  was: Record<string, unknown>;

  /** The same, as they became. */
  @ApiProperty(ANY_FIELDS)
  fields: Record<string, unknown>;
}

export class HistoryView {
  items: HistoryItemView[];
}
