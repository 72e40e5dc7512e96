import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Text } from '#platform';
import { KINDS, SEVERITIES } from '../words.js';

class MentionIds {
  /** Mentions of the inbox. */
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  mentionIds: string[];
}

/** The incident that is made of the mentions. */
export class GroupedIncidentBody {
  @Text({ max: 200 })
  title: string;

  /** What is being said, in one sentence. */
  @Text({ max: 1000 })
  claim: string;

  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  /** The code of a category in `config/categories.yaml`; another label is kept as it is. */
  @Text({ max: 60 })
  category: string;

  @IfGiven()
  @Text({ max: 200 })
  place?: string;

  @IfGiven()
  @IsIn(SEVERITIES)
  severity?: (typeof SEVERITIES)[number];
}

/** Either an incident that is there, or a new one. */
export class GroupMentionsBody extends MentionIds {
  @IfGiven()
  @IsUUID()
  incidentId?: string;

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => GroupedIncidentBody)
  new?: GroupedIncidentBody;
}

export class DiscardMentionsBody extends MentionIds {
  @Text({ max: 500 })
  reason: string;
}

export class RestoreMentionsBody extends MentionIds {}

export class UndoTriageBody {
  /** As it was answered when the mentions were grouped, discarded or restored. */
  @IsUUID()
  actId: string;
}

export class TriagedView {
  /** With it this can be undone. */
  actId: string;
  /** The incident that the mentions are part of now. */
  incidentId: string | null;
  moved: number;
}
