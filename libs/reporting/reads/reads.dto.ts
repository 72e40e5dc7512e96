import { ApiProperty } from '@nestjs/swagger';
import { NamedView } from '../named.dto.js';

export class ReportReader {
  user: NamedView;

  @ApiProperty({ type: String, nullable: true })
  unit: string | null;

  /** Null: opened without having been sent. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;
}

export class ReportReaders {
  /** Of those whom it was sent to. */
  read: number;
  of: number;

  /** Who has not read it first. */
  items: ReportReader[];
}

export class ReadReceipt {
  /** When the reader first opened it. */
  @ApiProperty({ format: 'date-time' })
  readAt: string;
}
