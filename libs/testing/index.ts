export { cloneTemplate, openTestDatabase } from './test-database.js';
export type { TestDatabase } from './test-database.js';
export { openTestApp } from './test-app.js';
export type { TestApp } from './test-app.js';
export { TestClient } from './test-client.js';
export type { Answer } from './test-client.js';
export { AN_HOUR, A_MINUTE, TestOffice } from './test-office.js';
export type { TestUser } from './test-office.js';
