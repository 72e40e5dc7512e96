import type { EntityClass } from '#platform';
import { NotificationEntity } from './notification.entity.js';

export const notifyEntities: readonly EntityClass[] = [NotificationEntity];
export { Notify1700000000005 } from './migrations/1700000000005-notify.js';
export { deliveriesOf } from './deliveries.js';
export type { Delivery } from './deliveries.js';
export { notifyInApp } from './notifications.js';
export type { NewNotification } from './notifications.js';
export { NotifyModule } from './notify.module.js';
export { OnDuty, RecipientCache, Recipients } from './recipients.js';
export type { TargetContext } from './recipients.js';
