/** Ends the PostgreSQL that the suites of this working copy share; it otherwise stays up, for the next run. */
import { say } from './lib/progress.mjs';
import { stopTestDatabase } from './lib/test-database.mjs';

say(stopTestDatabase() ? 'The test database stops.' : 'No test database runs.');
