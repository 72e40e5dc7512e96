export { Escalation1700000000004 } from './migrations/1700000000004-escalation.js';
