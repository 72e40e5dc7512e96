import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that belongs to an incident. Its bytes lie in the workspace folder, under their SHA-256. */
@Entity('attachments')
export class AttachmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'incident_id' })
  incidentId: string;

  @Column('text')
  sha256: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('int')
  bytes: number;

  @Column('uuid', { name: 'added_by' })
  addedBy: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
