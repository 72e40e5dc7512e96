import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';

/** Date, time, and the offset without which it would be another moment on another server. */
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment in time as text: ISO 8601 with offset, on a day that exists. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date-time' }),
    Matches(WITH_OFFSET, {
      message: '$property must be a time with offset, such as 2026-03-02T09:00:00+08:00',
      context: { zh: '应为带时区的时间，如 2026-03-02T09:00:00+08:00' },
    }),
    IsISO8601({ strict: true }, { message: '$property must be a day and time that exist' }),
  );
