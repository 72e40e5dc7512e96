import { defineJob } from '#platform';
import { z } from 'zod';

/** A report goes out by e-mail. */
export const mailReport = defineJob('upward.mail', z.object({ reportId: z.uuid() }));
