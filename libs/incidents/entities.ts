import type { EntityClass } from '#platform';

export const incidentEntities: readonly EntityClass[] = [];
