import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { DateTime } from 'luxon';
import { RegisterPolicy } from './register-policy.js';

/** Which day it is for the organisation. */
@Injectable()
export class Days {
  constructor(
    private readonly clock: Clock,
    private readonly policy: RegisterPolicy,
  ) {}

  today(): string {
    return DateTime.fromMillis(this.clock.now(), { zone: this.policy.timeZone }).toFormat(
      'yyyy-MM-dd',
    );
  }
}
