export { Search1700000000027 } from './migrations/1700000000027-search.js';
export { SearchSeams1700000000034 } from './migrations/1700000000034-search-seams.js';
export { SearchModule } from './search.module.js';
