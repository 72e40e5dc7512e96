import { Controller, Get } from '@nestjs/common';
import { Requires } from '#identity';
import { Clock, Database } from '#platform';
import { ChannelSetup } from './channel-setup.js';
import { ChannelList } from './channels.dto.js';
import { channelFigures } from './deliveries/channel-figures.js';

/** How the ways out of the house do. */
@Controller('delivery-channels')
export class ChannelsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly setup: ChannelSetup,
  ) {}

  /** Every channel: whether it is set up, when it last worked, and what waits. */
  @Get()
  @Requires('engine.read')
  async list(): Promise<ChannelList> {
    const figures = await channelFigures(this.database.reader, this.clock.now());
    return {
      items: figures.map(({ channel, lastSuccessAt, lastFailureAt, ...rest }) => ({
        channel,
        configured: this.setup.available.has(channel),
        lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
        lastFailureAt: lastFailureAt?.toISOString() ?? null,
        lastError: rest.lastError,
        queued: rest.queued,
        failed24h: rest.failed24h,
        inDoubt24h: rest.inDoubt24h,
      })),
    };
  }
}
