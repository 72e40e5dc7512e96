import { ApiProperty } from '@nestjs/swagger';
import { DifferenceView } from '../match/match.dto.js';

/** A mention that waits in the inbox and says nearly the same. */
export class AlikeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  text: string;
  source: string;
  seenCount: number;

  /** 0 to 1. */
  score: number;

  /** `template`: the same wording about another place or time, never the same claim. */
  @ApiProperty({ enum: ['same', 'template'] })
  relation: 'same' | 'template';

  differences: DifferenceView[];
}

export class AlikeList {
  items: AlikeView[];
}
