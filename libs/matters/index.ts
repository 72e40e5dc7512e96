export { ManageMatters } from './manage-matters.js';
export { MattersModule } from './matters.module.js';
export { Matters1700000000017 } from './migrations/1700000000017-matters.js';
