import { defineJob } from '#platform';
import { z } from 'zod';

/** Mentions that belong to incidents were seen again. The room above adds these sightings to the incidents. */
export const sightingsOfIncidents = defineJob(
  'intake.sightings-of-incidents',
  z.object({ sightingIds: z.array(z.uuid()) }),
);
