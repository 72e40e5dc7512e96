import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, ProblemError } from '#platform';
import type { FieldError } from '#platform';
import { ChannelSetup } from '../channel-setup.js';
import { isAllowedService, subscriptionSchema } from '../core/push-address.js';
import type { PushSubscription } from '../core/push-address.js';
import { PushEndpointBody, PushKeyView, PushSubscriptionBody } from './push.dto.js';
import { removeSubscription, saveSubscription } from './subscriptions.js';

/** Browsers that show notifications, each switched on by its owner. */
@Controller('push')
export class PushController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly setup: ChannelSetup,
  ) {}

  /** What a browser needs to subscribe. */
  @Get('key')
  @Requires('channel.own')
  key(): PushKeyView {
    return { publicKey: this.setup.pushKey };
  }

  /** Show my notifications in this browser. Whoever was signed in here before gets none here any more. */
  @Post('subscriptions')
  @HttpCode(204)
  @Requires('channel.own')
  async add(@CurrentUser() user: RequestActor, @Body() body: PushSubscriptionBody): Promise<void> {
    const subscription = this.checked(body);
    await this.database.transaction((tx) =>
      saveSubscription(tx, user.id, subscription, this.clock.now()),
    );
  }

  /** Show none here any more. Repeating it changes nothing. */
  @Delete('subscriptions')
  @HttpCode(204)
  @Requires('channel.own')
  async remove(@CurrentUser() user: RequestActor, @Body() body: PushEndpointBody): Promise<void> {
    await removeSubscription(this.database.reader, user.id, body.endpoint);
  }

  private checked(body: PushSubscriptionBody): PushSubscription {
    const { push } = this.setup.config;
    if (push === null) throw wrong([{ path: 'endpoint', message: 'web push is not set up here' }]);
    const read = subscriptionSchema.safeParse(body);
    if (!read.success) {
      throw wrong(
        read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      );
    }
    if (isAllowedService(read.data.endpoint, push.services)) return read.data;
    throw wrong([
      { path: 'endpoint', message: 'is not of a push service that channels.yaml allows' },
    ]);
  }
}

const wrong = (errors: readonly FieldError[]): ProblemError =>
  new ProblemError(422, 'push.subscription', 'This browser cannot be reached.', { errors });
