import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { NotificationsController } from './notifications.controller.js';
import { Recipients } from './recipients.js';
import { WorkflowMessageHandler } from './workflow-message.handler.js';

/** Expects somebody to provide `OnDuty` globally: notify knows no rota. */
@Module({
  imports: [IdentityModule],
  controllers: [NotificationsController],
  providers: [Recipients, WorkflowMessageHandler],
  exports: [Recipients],
})
export class NotifyModule {}
