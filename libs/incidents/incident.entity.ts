import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IncidentState, Kind, Severity, Verdict } from './words.js';

/** What lists and searches read of an incident. The rules read the subject's facts; the projector keeps both alike. */
@Entity('incidents')
export class IncidentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('text')
  title: string;

  @Column('text')
  claim: string;

  @Column('text')
  kind: Kind;

  @Column('text')
  category: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('timestamptz', { name: 'occurred_at', nullable: true })
  occurredAt: Date | null;

  @Column('text')
  state: IncidentState;

  @Column('text')
  severity: Severity;

  @Column('text')
  verdict: Verdict;

  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('timestamptz', { name: 'supervised_at', nullable: true })
  supervisedAt: Date | null;

  @Column('int')
  version: number;

  @Column('timestamptz', { name: 'detected_at' })
  detectedAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('int', { name: 'mention_count' })
  mentionCount: number;

  @Column('timestamptz', { name: 'first_seen_at', nullable: true })
  firstSeenAt: Date | null;

  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt: Date | null;

  @Column('int', { name: 'peak_rank', nullable: true })
  peakRank: number | null;

  /** bigint comes as text; a view count fits a JavaScript number. */
  @Column('bigint', { name: 'peak_views', nullable: true })
  peakViews: string | null;
}
