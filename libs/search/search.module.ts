import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { SearchEverywhere } from './search-everywhere.js';
import { SearchController } from './search.controller.js';

/** One search over all that is said and answered. Expects the product to provide what it searches. */
@Module({
  imports: [IdentityModule],
  controllers: [SearchController],
  providers: [SearchEverywhere],
})
export class SearchModule {}
