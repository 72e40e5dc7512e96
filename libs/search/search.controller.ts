import { Controller, Get, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { SearchEverywhere } from './search-everywhere.js';
import { SearchQuery, SearchResult } from './search.dto.js';

@Controller('search')
export class SearchController {
  constructor(private readonly everywhere: SearchEverywhere) {}

  /**
   * Looks for words in incidents, mentions of the inbox and clarifications: the newest of each kind, of what this person
   * may know of. Words of two characters and more are found in all that there is.
   */
  @Get()
  @Requires('search.use')
  search(@CurrentUser() user: RequestActor, @Query() query: SearchQuery): Promise<SearchResult> {
    return this.everywhere.run(query, user);
  }
}
