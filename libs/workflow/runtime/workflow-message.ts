import { defineJob } from '#platform';
import { z } from 'zod';

/** Something people should hear, said by a workflow. The targets are resolved when the job is done. */
export const workflowMessage = defineJob(
  'workflow.message',
  z.object({
    topic: z.string(),
    to: z.array(z.string()),
    subjectType: z.string(),
    subjectId: z.uuid(),
    /** The version of the subject that said it: one message per version and topic. */
    version: z.number().int(),
    unitId: z.uuid().nullable(),
    /** The severity of the subject, if its kind has one. */
    severity: z.string().nullable().default(null),
  }),
);
