import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ClaimIndex } from './claims/claim-index.js';
import { GramFrequencies } from './claims/gram-frequencies.js';
import { ClarificationsController } from './clarifications/clarifications.controller.js';
import { Clarifications } from './clarifications/clarifications.js';
import { EnterClarification } from './clarifications/enter-clarification.js';
import { AnswersController } from './imports/answers.controller.js';
import { ImportAnswers } from './imports/import-answers.js';
import { ImportFeed } from './imports/import-feed.js';
import { Issuer } from './issuer.js';
import { AlikeController } from './topics/alike.controller.js';
import { AlikeMentions } from './topics/alike-mentions.js';
import { MatchTopics } from './topics/match-topics.js';
import { MatchController } from './match/match.controller.js';

/** The library and the index, for whoever answers claims or looks for them. */
@Module({
  providers: [ClaimIndex, GramFrequencies, Clarifications, MatchTopics],
  exports: [ClaimIndex, Clarifications, MatchTopics],
})
export class KnowledgeModule {}

/** Their doors. `issuer` is the name of the body whose workspace this is. */
@Module({})
export class LibraryModule {
  static issuedBy(issuer: string): DynamicModule {
    return {
      module: LibraryModule,
      imports: [IdentityModule, KnowledgeModule],
      controllers: [AlikeController, AnswersController, ClarificationsController, MatchController],
      providers: [
        AlikeMentions,
        EnterClarification,
        ImportAnswers,
        ImportFeed,
        { provide: Issuer, useValue: new Issuer(issuer) },
      ],
    };
  }
}
