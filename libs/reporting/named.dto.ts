import { ApiProperty } from '@nestjs/swagger';

/** A person or a unit, by name. */
export class NamedView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  name: string;
}
