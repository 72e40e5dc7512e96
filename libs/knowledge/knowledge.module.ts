import { Module } from '@nestjs/common';
import { ClaimIndex } from './claims/claim-index.js';
import { GramFrequencies } from './claims/gram-frequencies.js';
import { Clarifications } from './clarifications/clarifications.js';

@Module({
  providers: [ClaimIndex, GramFrequencies, Clarifications],
  exports: [ClaimIndex, Clarifications],
})
export class KnowledgeModule {}
