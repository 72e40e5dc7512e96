import { IsBoolean, IsInt, Max, Min } from 'class-validator';

export class SeenBody {
  /** The version of the text that was read. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;
}

export class TickBody extends SeenBody {
  @IsBoolean()
  ticked: boolean;
}
