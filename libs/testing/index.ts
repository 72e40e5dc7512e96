export { cloneTemplate, openTestDatabase } from './test-database.js';
export type { TestDatabase } from './test-database.js';
export { testCluster, testClusterFolder } from './test-cluster.js';
