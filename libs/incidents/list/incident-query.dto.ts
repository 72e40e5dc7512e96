import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IfGiven, Instant, Text } from '#platform';
import { KINDS, SEVERITIES, STATES, VERDICTS } from '../words.js';

/** `a,b` and repeated parameters both mean a list. */
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',') : value,
  );

const SORTS = ['-detectedAt', 'detectedAt', '-updatedAt', 'updatedAt'] as const;
export type Sort = (typeof SORTS)[number];

export class IncidentQuery {
  /** One or several states, separated by commas. `open` stands for all that are not closed. */
  @IfGiven()
  @AsList()
  @IsArray()
  @IsIn([...STATES, 'open'], { each: true })
  state?: string[];

  @IfGiven()
  @AsList()
  @IsArray()
  @IsIn(SEVERITIES, { each: true })
  severity?: string[];

  @IfGiven()
  @AsList()
  @IsArray()
  @IsIn(KINDS, { each: true })
  kind?: string[];

  @IfGiven()
  @AsList()
  @IsArray()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  category?: string[];

  @IfGiven()
  @IsUUID()
  unitId?: string;

  @IfGiven()
  @AsList()
  @IsArray()
  @IsIn(VERDICTS, { each: true })
  verdict?: string[];

  /** Only those with a deadline that is past. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  overdue?: boolean;

  /** Only those that a leader supervises (督办); `false`: only those that none does. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  supervised?: boolean;

  /** Detected at or after. ISO 8601. */
  @IfGiven()
  @Instant()
  from?: string;

  /** Detected before. ISO 8601. */
  @IfGiven()
  @Instant()
  to?: string;

  /** Words in number, title, claim or place, and phrases in quotes, which all occur; `-word` is one that does not. */
  @IfGiven()
  @Text({ max: 200 })
  q?: string;

  @IfGiven()
  @IsIn(SORTS)
  sort?: Sort;

  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** `nextCursor` of the answer before. */
  @IfGiven()
  @Matches(/^\d{1,15}_[0-9a-f-]{36}$/)
  cursor?: string;
}
