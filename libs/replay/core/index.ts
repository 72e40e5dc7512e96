export type { Act, OfficeCommand, OfficeParams } from './act.js';
export { ANSWER_STATES } from './situation.js';
export type { AnswerState } from './situation.js';
export { describeTopic } from './describe.js';
export type { Description } from './describe.js';
export { nextAcknowledgement, nextAct } from './office.js';
export type { Escalation } from './office.js';
export { emptyQueue, nextInstant, pop, push } from './queue.js';
export type { Queue } from './queue.js';
export { readSightings } from './sightings.js';
export type { RejectedLine, Sighting, Sightings } from './sightings.js';
export { countGiven, DEFAULT_BANDS } from './situation.js';
export type {
  Bands,
  Given,
  IncidentState,
  Office,
  OfficeUnit,
  RunningClock,
  Situation,
  SituationAction,
} from './situation.js';
export { streamOf, topicsSchema } from './stream.js';
export type { TopicsFile, WrittenTopic } from './stream.js';
export { mostAlike, seenAgain, shouldOpenIncident, topicOf } from './topic.js';
export type { Topic } from './topic.js';
export type {
  IncidentKind,
  Instant,
  OfficeRole,
  RatedSeverity,
  Severity,
  Truth,
  Verdict,
} from './values.js';
