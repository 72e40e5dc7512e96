import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ChannelSetup } from './channel-setup.js';
import { ChannelsController } from './channels.controller.js';
import { Dispatcher } from './deliveries/dispatcher.js';
import { AckController } from './links/ack.controller.js';
import { AckLinks } from './links/ack-links.js';
import { MyChannels } from './mine/my-channels.js';
import { MyChannelsController } from './mine/my-channels.controller.js';
import { TestContact } from './mine/test-contact.js';
import { NotificationsController } from './notifications.controller.js';
import { Notifier } from './notifier.js';
import { PushController } from './push/push.controller.js';
import { Recipients } from './recipients.js';
import { WorkflowMessageHandler } from './workflow-message.handler.js';

/** How messages leave the house, and who tells people: for every lib that has something to say. */
@Module({})
export class ChannelsModule {
  static with(setup: ChannelSetup): DynamicModule {
    return {
      module: ChannelsModule,
      global: true,
      imports: [IdentityModule],
      providers: [{ provide: ChannelSetup, useValue: setup }, Notifier],
      exports: [ChannelSetup, Notifier],
    };
  }
}

/** Expects somebody to provide `OnDuty` and `MessageActs` globally: notify knows no rota and no ladder. */
@Module({
  imports: [IdentityModule],
  controllers: [
    NotificationsController,
    MyChannelsController,
    PushController,
    ChannelsController,
    AckController,
  ],
  providers: [Recipients, WorkflowMessageHandler, Dispatcher, MyChannels, TestContact, AckLinks],
  exports: [Recipients, Dispatcher],
})
export class NotifyModule {}
