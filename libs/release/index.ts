export { DraftRelease } from './commands/draft-release.js';
export { GiveReleaseCommand } from './commands/give-command.js';
export { Release1700000000014 } from './migrations/1700000000014-release.js';
export { ReleaseConfig } from './release-config.js';
export { ReleaseModule } from './release.module.js';
export { releaseRecordChecks } from './verify/record-checks.js';
