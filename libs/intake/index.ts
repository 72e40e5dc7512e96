export {
  FIELDS,
  csvLine,
  guarded,
  readMoment,
  redact,
  redactionConfigSchema,
  redactionRules,
  riseSchema,
  unguarded,
} from './core/index.js';
export type { ColumnMapping, Field, RedactionRules } from './core/index.js';
export { openTable } from './files/open-table.js';
export { UnreadableFile } from './files/table.js';
export type { TableRow } from './files/table.js';
export { ImportFile } from './imports/import-file.js';
export type { ImportOutcome, RejectedRow } from './imports/import-file.js';
export { IntakeModule } from './intake.module.js';
export { Redactor } from './redactor.js';
export type { FeedEntry } from './core/index.js';
export { FeedRounds } from './feeds/feed-rounds.js';
export type { FeedProblem } from './feeds/feed-problem.js';
export { trimFeedEntries } from './feeds/feed.repository.js';
export { FeedsConfig, feedsSchema } from './feeds/feeds-config.js';
export { ReadFeeds } from './feeds/read-feeds.js';
export { Feeds1700000000025 } from './migrations/1700000000025-feeds.js';
export { Intake1700000000023 } from './migrations/1700000000023-intake.js';
export { CancelledImports1700000000026 } from './migrations/1700000000026-cancelled-imports.js';
export { sourcesNamed } from './sources/source.repository.js';
export { sightingsOfIncidents } from './mentions/sightings-of-incidents.js';
export {
  incidentOf,
  isSamePlace,
  keepAct,
  lockAct,
  lockPlaces,
  markUndone,
  moveMentions,
  sightingsById,
  sightingsOfMentions,
} from './mentions/triage.repository.js';
export type { KeptSighting, Move, Place, TriageKind } from './mentions/triage.repository.js';
export { keyOf } from './mentions/prepare-sighting.js';
export { TakeIn } from './mentions/take-in.js';
export type { SentSighting } from './mentions/take-in.js';
export { ImportRounds } from './imports/import-rounds.js';
export { trimImports } from './imports/import.repository.js';
export { ReadImports } from './imports/read-imports.js';
export { IntakeConfig } from './intake-config.js';
export { forgetDiscarded, forgetWordingsOf } from './mentions/forget-wordings.js';
export { searchMentions } from './mentions/search-mentions.js';
export type { MentionHit } from './mentions/search-mentions.js';
export { INBOX_STATES } from './mentions/mention.dto.js';
export { keepMatches, matchAgain, matchAllAgain, takeUnmatched } from './mentions/topic-matches.js';
export type { TopicMatch, WaitingTopic } from './mentions/topic-matches.js';
export { TopicMatches1700000000029 } from './migrations/1700000000029-topic-matches.js';
export { Rises1700000000028 } from './migrations/1700000000028-rises.js';
export { topicRises } from './rises/topic-rises.js';
export { WatchRises } from './rises/watch-rises.js';
export { findMention, mentionsSharing } from './mentions/mentions-like.js';
export type { WaitingMention } from './mentions/mentions-like.js';
export { MENTIONS } from './mentions/searched-mentions.js';
export { FetchFeed } from './feeds/fetch-feed.js';
