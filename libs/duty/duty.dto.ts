import { ApiProperty } from '@nestjs/swagger';
import { IfGiven, Instant } from '#platform';

export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class WindowQuery {
  @Instant()
  from: string;

  @Instant()
  to: string;
}

export class OpenWindowQuery {
  /** Now, when left out. */
  @IfGiven()
  @Instant()
  from?: string;

  /** 62 days later, when left out. */
  @IfGiven()
  @Instant()
  to?: string;
}
