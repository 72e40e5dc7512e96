import { Auditor1700000000011, Escalation1700000000004, Lag1700000000008 } from '#escalation';
import { Duty1700000000009 } from '#duty';
import { identityEntities, Identity1700000000002 } from '#identity';
import { Knowledge1700000000020, ToldClaims1700000000030 } from '#knowledge';
import {
  Archive1700000000018,
  Disposal1700000000013,
  Incidents1700000000006,
  Judgement1700000000012,
  incidentEntities,
  Room1700000000019,
} from '#incidents';
import {
  CancelledImports1700000000026,
  Feeds1700000000025,
  Intake1700000000023,
  Rises1700000000028,
  TopicMatches1700000000029,
} from '#intake';
import { Deliveries1700000000010, Notify1700000000005, notifyEntities } from '#notify';
import { Engine1700000000007, Platform1700000000001, StreamCircle1700000000022 } from '#platform';
import type { EntityClass, Migration } from '#platform';
import { Registers1700000000015 } from '#registers';
import { Matters1700000000017 } from '#matters';
import { Upward1700000000016 } from '#upward';
import { Margin1700000000033, Lives1700000000031, Reports1700000000032 } from '#reporting';
import { PublicPages1700000000024, Release1700000000014 } from '#release';
import { Search1700000000027, SearchSeams1700000000034 } from '#search';
import { Workflow1700000000003 } from '#workflow';

/** All steps of the schema, in their order. A step that has been released is never changed, only followed. */
export const migrations: readonly Migration[] = [
  Platform1700000000001,
  Identity1700000000002,
  Workflow1700000000003,
  Escalation1700000000004,
  Notify1700000000005,
  Incidents1700000000006,
  Engine1700000000007,
  Lag1700000000008,
  Duty1700000000009,
  Deliveries1700000000010,
  Auditor1700000000011,
  Judgement1700000000012,
  Disposal1700000000013,
  Release1700000000014,
  Registers1700000000015,
  Upward1700000000016,
  Matters1700000000017,
  Archive1700000000018,
  Room1700000000019,
  Knowledge1700000000020,
  StreamCircle1700000000022,
  Intake1700000000023,
  PublicPages1700000000024,
  Feeds1700000000025,
  CancelledImports1700000000026,
  Search1700000000027,
  Rises1700000000028,
  TopicMatches1700000000029,
  ToldClaims1700000000030,
  Lives1700000000031,
  Reports1700000000032,
  Margin1700000000033,
  SearchSeams1700000000034,
];

/** All entities. Named one by one, since in ESM nothing finds them by itself. */
export const entities: readonly EntityClass[] = [
  ...identityEntities,
  ...notifyEntities,
  ...incidentEntities,
];
