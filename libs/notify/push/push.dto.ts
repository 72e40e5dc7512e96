import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, Matches, ValidateNested } from 'class-validator';
import { Text } from '#platform';

const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/;
const ADDRESS = /^https?:\/\/\S+$/;

export class PushKeys {
  /** The browser's public key, base64url. */
  @Text({ max: 200 })
  @Matches(BASE64URL)
  p256dh: string;

  /** The shared secret, base64url. */
  @Text({ max: 100 })
  @Matches(BASE64URL)
  auth: string;
}

/** What `PushSubscription.toJSON()` of a browser says. */
export class PushSubscriptionBody {
  /** Where its push service takes messages. */
  @Text({ max: 1000 })
  @Matches(ADDRESS)
  endpoint: string;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PushKeys)
  keys: PushKeys;
}

export class PushEndpointBody {
  @Text({ max: 1000 })
  @Matches(ADDRESS)
  endpoint: string;
}

export class PushKeyView {
  /** For `applicationServerKey`; null while web push is not set up. */
  @ApiProperty({ type: String, nullable: true })
  publicKey: string | null;
}
