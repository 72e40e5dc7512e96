import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { SightingBody, TakenView } from '../mentions/mention.dto.js';

/** One sighting. Its source is the one whose address it is sent to. */
export class HookSighting extends OmitType(SightingBody, ['source']) {}

export class HookBatch {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  // A list in the list would pass the nested check, which looks through lists.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => HookSighting)
  mentions: HookSighting[];
}

export class HookTakenView extends TakenView {
  /** What the keyword rule of the source left out; it is not kept. */
  leftOut: number;
}
