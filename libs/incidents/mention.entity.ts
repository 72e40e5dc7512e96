import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sighting: where, when, what wording, how far it reached. There is no column for who said it. */
@Entity('mentions')
export class MentionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'incident_id' })
  incidentId: string;

  @Column('text')
  source: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('int', { nullable: true })
  rank: number | null;

  @Column('bigint', { nullable: true })
  views: string | null;

  @Column('timestamptz', { name: 'logged_at' })
  loggedAt: Date;

  /** When wording and address went, since their time was over (config/retention.yaml). */
  @Column('timestamptz', { name: 'wording_removed_at', nullable: true })
  wordingRemovedAt: Date | null;
}
