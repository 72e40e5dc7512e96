import { Module } from '@nestjs/common';
import { ClaimIndex } from './claims/claim-index.js';
import { Clarifications } from './clarifications/clarifications.js';

@Module({
  providers: [ClaimIndex, Clarifications],
  exports: [ClaimIndex, Clarifications],
})
export class KnowledgeModule {}
