import { ApiProperty } from '@nestjs/swagger';

/** What a deadline or a ladder is about. */
export class SubjectRef {
  /** The name of its workflow, for example `incident`. */
  type: string;

  @ApiProperty({ format: 'uuid' })
  id: string;
}
