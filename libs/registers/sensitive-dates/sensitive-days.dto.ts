import { ApiProperty } from '@nestjs/swagger';
import { Day } from '../record.dto.js';

export class DaysQuery {
  @Day()
  from: string;

  @Day()
  to: string;
}

export class SensitiveDayView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  title: string;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class SensitiveDayList {
  items: SensitiveDayView[];
}
