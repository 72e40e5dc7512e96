import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ManageMatters } from './manage-matters.js';
import { MatterCalendar } from './matter-days.js';
import { MatterDoor } from './matter-door.js';
import { MattersController } from './matters.controller.js';
import { MatterPresenter } from './present-matter.js';
import { SuggestLinks } from './suggest-links.js';

/** Important matters. Expects the product to provide the module of incidents globally. */
@Module({
  imports: [IdentityModule],
  controllers: [MattersController],
  providers: [ManageMatters, MatterCalendar, MatterDoor, MatterPresenter, SuggestLinks],
  exports: [ManageMatters],
})
export class MattersModule {}
