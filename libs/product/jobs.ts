import { incidentNews } from '#incidents';
import { sightingsOfIncidents, topicRises } from '#intake';
import { mailReport } from '#upward';
import { workflowMessage } from '#workflow';

/** Every kind of job there is. A worker's boot fails when one has no handler, or two. */
export const jobs = [
  workflowMessage,
  incidentNews,
  sightingsOfIncidents,
  topicRises,
  mailReport,
] as const;
