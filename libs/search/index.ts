export { Search1700000000027 } from './migrations/1700000000027-search.js';
export { SearchModule } from './search.module.js';
