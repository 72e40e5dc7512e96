export { Incidents1700000000006 } from './migrations/1700000000006-incidents.js';
export { incidentEntities } from './entities.js';
