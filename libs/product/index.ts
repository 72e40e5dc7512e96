export { entities, migrations } from './schema.js';
