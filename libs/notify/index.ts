export { Notify1700000000005 } from './migrations/1700000000005-notify.js';
