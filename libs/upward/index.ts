export { ActOnReport } from './act-on-report.js';
export { DraftReport } from './draft-report.js';
export { mailReport } from './mail/mail-report.job.js';
export { Upward1700000000016 } from './migrations/1700000000016-upward.js';
export { UpwardConfig } from './upward-config.js';
export { UpwardModule } from './upward.module.js';
