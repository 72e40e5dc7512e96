import { Transform, Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { Text } from '#platform';
import { KINDS, SEVERITIES, STATES, VERDICTS } from '../words.js';

/** `a,b` and repeated parameters both mean a list. */
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value));

const SORTS = ['-detectedAt', 'detectedAt', '-updatedAt', 'updatedAt'] as const;
export type Sort = (typeof SORTS)[number];

export class IncidentQuery {
  /** One or several states, separated by commas. `open` stands for all that are not closed. */
  @IsOptional()
  @AsList()
  @IsArray()
  @IsIn([...STATES, 'open'], { each: true })
  state?: string[];

  @IsOptional()
  @AsList()
  @IsArray()
  @IsIn(SEVERITIES, { each: true })
  severity?: string[];

  @IsOptional()
  @AsList()
  @IsArray()
  @IsIn(KINDS, { each: true })
  kind?: string[];

  @IsOptional()
  @AsList()
  @IsArray()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  category?: string[];

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @AsList()
  @IsArray()
  @IsIn(VERDICTS, { each: true })
  verdict?: string[];

  /** Only those with a deadline that is past. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  /** Detected at or after. ISO 8601. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  from?: string;

  /** Detected before. ISO 8601. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  to?: string;

  /** Words in number, title, claim or place; all must occur. */
  @IsOptional()
  @Text({ max: 200 })
  q?: string;

  @IsOptional()
  @IsIn(SORTS)
  sort?: Sort;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** `nextCursor` of the answer before. */
  @IsOptional()
  @Matches(/^\d{1,15}_[0-9a-f-]{36}$/)
  cursor?: string;
}
