import type { EntityClass } from '#platform';
import { AttachmentEntity } from './attachments/attachment.entity.js';
import { IncidentEntity } from './incident.entity.js';
import { MentionEntity } from './mention.entity.js';

export const incidentEntities: readonly EntityClass[] = [
  IncidentEntity,
  MentionEntity,
  AttachmentEntity,
];
